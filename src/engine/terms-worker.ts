import { openTermCounter } from './count-terms.js';
import { serveBatches } from './serve-batches.js';

// A child process that counts the terms of batches of cases.
serveBatches(openTermCounter);
