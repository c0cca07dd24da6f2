import { z } from 'zod';

/** The cleaning steps in their order: what is no text, then the page (whose lines need their width), then sentences. */
export const cleaningSteps = [
  'line-ends',
  'invisible-characters',
  'radicals',
  'character-forms',
  'title-marks',
  'pinyin-glosses',
  'tables',
  'display-formulas',
  'formulas',
  'latex',
  'markup',
  'page-furniture',
  'footnotes',
  'captions',
  'hard-wraps',
  'torn-sentences',
  'heading-marks',
  'page-breaks',
  'hyphens',
  'full-width',
  'line-blanks',
  'blank-lines',
  'note-marks',
  'punctuation',
  'gaps',
  'simplify',
] as const;

export const stepNameSchema = z.enum(cleaningSteps);

export type StepName = z.infer<typeof stepNameSchema>;

/** The steps taken when nobody chooses: all but 繁→简, which changes what was written and not how it was set. */
export const defaultSteps: readonly StepName[] = cleaningSteps.filter((step) => step !== 'simplify');
