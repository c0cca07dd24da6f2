import type { ServeWords } from './serve-words.js';

/** What is said about the workbench, in Chinese. */
export const serveWords: ServeWords = {
  started: () => ['请在本机的浏览器中打开此网址（只供一个浏览器进入）。按 Ctrl-C 结束。'],
  bound: (address) => `注意：在 ${address} 上，其他机器也能访问工作台，且传输内容未加密。`,
};
