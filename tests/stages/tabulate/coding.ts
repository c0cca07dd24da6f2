import type { Origin } from '../../../src/model/coded-passage.js';
import type { Evidence } from '../../../src/model/evidence.js';
import type { Mapping } from '../../../src/model/mapping.js';

/** One raw keyword of a case merged into a code, or into a core keyword outside the codebook (codeId null). */
export const mapping = (
  caseId: string,
  word: string,
  codeId: string | null,
  coreKeyword: string | null,
): Mapping => ({
  codebookId: 'village',
  group: caseId,
  word,
  caseId,
  codeId,
  coreKeyword,
  kind: 'free',
  method: codeId === null ? 'unmapped' : 'alias',
  status: 'proposed',
  coder: 'zhagen',
  decisionId: null,
});

/** One coded passage of a case. */
export const passage = (caseId: string, codeId: string, origin: Origin = 'rule', start = 0): Evidence => ({
  caseId,
  version: 'a'.repeat(64),
  codebookId: 'village',
  codeId,
  polarity: 'supports',
  keywords: ['园'],
  rules: [],
  start,
  end: start + 1,
  quote: '园',
  cleanQuote: '园',
  origins: [origin],
  coders: ['zhagen'],
  status: 'proposed',
  decisionIds: [],
});

/** Two cases: 产业园 chosen in both, one of them twice under two names, and passages at every level. */
export const MAPPINGS = [
  mapping('JX01', '扶贫产业园', 'park', '扶贫产业园'),
  mapping('JX01', '桃花产业园', 'park', '扶贫产业园'),
  mapping('JX02', '扶贫产业园', 'park', '扶贫产业园'),
  mapping('JX02', '网格员', 'grid', '网格管理'),
  mapping('JX02', '五防机制', null, '五防机制'),
  mapping('JX02', '老陶', null, null),
];
export const PASSAGES = [
  passage('JX01', 'park'),
  passage('JX01', 'park', 'rule', 9),
  passage('JX01', 'park', 'keyword', 20),
  passage('JX03', 'park', 'person'),
  passage('JX03', 'cooperative'),
  passage('JX01', 'cooperative'),
  passage('JX01', 'safeguards'),
];
export const TOKENS = [
  { caseId: 'JX01', codeId: 'park', tokens: 5 },
  { caseId: 'JX03', codeId: 'park', tokens: 2 },
  { caseId: 'JX03', codeId: 'cooperative', tokens: 1 },
];
