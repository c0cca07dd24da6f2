import type { NamePair } from './facts.js';
import type { GapName, MethodsSectionName } from './sections.js';

/** The reporting checklists that a methods text can be laid beside. */
export const checklistNames = ['coreq', 'srqr', 'jars-qual', 'guide-llm'] as const;

export type ChecklistName = (typeof checklistNames)[number];

/** An item of a checklist in our own words; what it asks for is found by the beginnings of statements and by gaps. */
export interface ChecklistItem {
  /** As its authors number it; empty where they do not. */
  readonly number: string;
  readonly title: NamePair;
  readonly statements: readonly string[];
  readonly gaps: readonly GapName[];
}

/** Where the answer to an item is: in the database, in the database and in gaps, in gaps alone, or in other parts of the paper. */
export type AnsweredBy = 'database' | 'both' | 'gap' | 'elsewhere';

/** An item with where it is answered. */
export interface AnsweredItem extends Pick<ChecklistItem, 'number' | 'title'> {
  readonly sections: readonly MethodsSectionName[];
  readonly by: AnsweredBy;
}

/** A checklist laid beside a methods text. */
export interface Checklist {
  readonly name: ChecklistName;
  readonly items: readonly AnsweredItem[];
}

/** Makes an item in one line. */
export function item(
  number: string,
  zh: string,
  en: string,
  statements: readonly string[] = [],
  gaps: readonly GapName[] = [],
): ChecklistItem {
  return { number, title: { zh, en }, statements, gaps };
}
