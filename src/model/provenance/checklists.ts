import type { ChecklistItem, ChecklistName } from './checklist.js';
import { coreq } from './checklists/coreq.js';
import { guideLlm } from './checklists/guide-llm.js';
import { jarsQual } from './checklists/jars-qual.js';
import { srqr } from './checklists/srqr.js';

/** The items of each checklist. */
export const checklistItems: Readonly<Record<ChecklistName, readonly ChecklistItem[]>> = {
  coreq,
  srqr,
  'jars-qual': jarsQual,
  'guide-llm': guideLlm,
};
