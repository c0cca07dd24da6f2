import type { ServeWords } from './serve-words.js';

/** What is said about the workbench, in English. */
export const serveWords: ServeWords = {
  started: () => ['Open this address in a browser of this machine; it lets one browser in. Ctrl-C ends it.'],
  bound: (address) =>
    `Warning: at ${address} other machines can reach the workbench, and what is sent is not encrypted.`,
};
