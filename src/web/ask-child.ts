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
