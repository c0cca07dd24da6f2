import { hasCleaningStep } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { type TextForm, toSimplifiedForm, toTextForm } from '../text/text-form.js';
import { loadedView, type ProjectView } from './project-view.js';

/** The forms that were found, which asks how each text was cleaned. */
const forms = new WeakMap<ProjectView, TextForm>();

/** Returns what brings words that people write to the form of the texts of a project, simplified where one of them is. */
export function projectForm(store: Store): TextForm {
  const view = loadedView(store);
  const known = view && forms.get(view);
  if (known) return known;
  const form = hasCleaningStep(store, 'simplify') ? toSimplifiedForm : toTextForm;
  if (view) forms.set(view, form);
  return form;
}
