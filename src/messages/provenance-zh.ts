import type { ProvenanceWords } from './provenance-words.js';

/** What is said about a methods text, in Chinese. */
export const provenanceWords: ProvenanceWords = {
  wrote: (path) => `已写入 ${path}`,
  gaps: (count) => (count === 0 ? '没有待填之处。' : `须由作者填写 ${count} 处。`),
};
