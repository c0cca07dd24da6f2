import { UserError } from '../errors.js';
import { casesHiddenFrom } from '../project/hidden-cases.js';
import type { WebContext } from './web-env.js';

/** The cases in which the project hides from who works in this browser what a file would show. */
export function hiddenCases({ var: { workbench, session } }: WebContext): readonly string[] {
  return workbench.project.read(({ store }) => casesHiddenFrom(store, session.coder ?? ''));
}

/** Lets no file be made that would show what is hidden. @throws UserError web/hidden-cases */
export function requireNoneHidden(context: WebContext): void {
  const { length: cases } = hiddenCases(context);
  if (cases > 0) throw new UserError('web/hidden-cases', { cases });
}
