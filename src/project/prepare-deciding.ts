import type { Store } from '../store/store.js';
import { viewProject } from './project-view.js';
import { rememberAll } from './screen-group.js';

/** Loads what decisions need to know of a project, so that the first one need not; nothing where rows are out of date. */
export function prepareDeciding(store: Store): void {
  const view = viewProject(store);
  if (view) rememberAll(view);
}
