import type { JobInput, JobName, JobResult } from './child/jobs.js';
import type { WebContext } from './web-env.js';

/** Has something read by the child process, unless the page lets go of the request before it is begun. */
export function askChild<Name extends JobName>(
  { req, var: { workbench } }: WebContext,
  job: Name,
  input: JobInput<Name>,
): Promise<JobResult<Name>> {
  return workbench.ask(job, input, req.raw.signal);
}

/** Jobs that are read in the view of who works in this browser. */
type JobByReader = {
  [Name in JobName]: JobInput<Name> extends { readonly reader: string | null; readonly asked: unknown }
    ? Name
    : never;
}[JobName];

/** Has something read by the child process in the view of who works in this browser. */
export function askInOwnView<Name extends JobByReader>(
  context: WebContext,
  job: Name,
  asked: JobInput<Name>['asked'],
): Promise<JobResult<Name>> {
  return askChild(context, job, { reader: context.var.session.coder, asked } as JobInput<Name>);
}
