import { fuzzReaders } from './fuzzed-readers.js';

fuzzReaders(200);
