import { fuzzReaders } from '../formats/fuzzed-readers.js';

fuzzReaders(2_000);
