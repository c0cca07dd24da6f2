import { answerLines } from './answer-lines.js';
import { serveBatches } from './serve-batches.js';

// A child process that answers batches of lines.
serveBatches(answerLines);
