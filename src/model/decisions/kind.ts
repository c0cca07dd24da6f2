import { z } from 'zod';

/** The verbs that leave a verdict on a keyword, the mapping of one, a code, a level or a relation of codes. */
export const verdictKindSchema = z.enum([
  'keep',
  'drop',
  'add',
  'fold',
  'merge',
  'split',
  'group',
  'promote',
  'rename',
  'move',
  'define',
  'delete',
  'relate',
  'unrelate',
  'core',
  'storyline',
]);

/** The verbs of people's decisions. */
export const decisionKindSchema = z.enum([
  ...verdictKindSchema.options,
  'code',
  'recode',
  'uncode',
  'confirm',
  'reject',
  'memo',
  'edit',
  'adjudicate',
  'exclude',
  'include',
  'seal',
  'unseal',
  'choose',
  'done',
  'not-done',
  'check',
  'not-checked',
  'set',
  'tag',
  'undo',
  'redo',
]);
