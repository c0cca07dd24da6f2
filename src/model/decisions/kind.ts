import { z } from 'zod';

/** The verbs of people's decisions. */
export const decisionKindSchema = z.enum([
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
  'code',
  'recode',
  'uncode',
  'confirm',
  'reject',
  'adjudicate',
  'set',
  'undo',
  'redo',
]);
