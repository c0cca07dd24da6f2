import { hasCleaningStep } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { type TextForm, toSimplifiedForm, toTextForm } from '../text/text-form.js';

/** Returns what brings words that people write to the form of the texts of a project, simplified where one of them is. */
export function projectForm(store: Store): TextForm {
  return hasCleaningStep(store, 'simplify') ? toSimplifiedForm : toTextForm;
}
