/** The sections of a methods text, in their order. */
export const methodsSections = [
  'approach',
  'cases',
  'texts',
  'mining',
  'coding',
  'coders',
  'saturation',
  'theory',
  'ethics',
  'program',
] as const;

export type MethodsSectionName = (typeof methodsSections)[number];

/** What the database cannot know, each with a place to write it. */
export const gapNames = [
  'question',
  'tradition',
  'why-approach',
  'solicitation',
  'criteria',
  'interviews',
  'exclusion-reasons',
  'overlap',
  'training',
  'second-coder',
  'pilot',
  'codebook-changes',
  'saturation',
  'counter-cases',
  'memos',
  'ethics',
  'consent',
  'reflexivity',
  'funding',
  'verification',
  'availability',
  'generative-models',
] as const;

export type GapName = (typeof gapNames)[number];
