import type { Context } from '../../project/context.js';
import { agreeCoders } from '../../workflow/agree.js';
import { browseCodes } from '../../workflow/browse-codes.js';
import { browseDisagreements } from '../../workflow/browse-disagreements.js';
import { browsePassages } from '../../workflow/browse-passages.js';
import { makeFigure } from '../../workflow/make-figure.js';
import { packDataset } from '../../workflow/pack-dataset.js';
import { tablePager } from '../../workflow/read-table-page.js';
import { runSample, runUploaded } from '../../workflow/run-uploaded.js';
import { findSuggestions } from '../../workflow/suggest.js';
import { tallyCoders } from '../../workflow/tally-coders.js';

/** What is done in a child process, because it takes long: each takes the open project and what it is asked. */
export const jobs = {
  table: tablePager(),
  codes: browseCodes,
  passages: browsePassages,
  suggest: findSuggestions,
  coders: (context: Context, _nothing: undefined) => tallyCoders(context),
  agree: agreeCoders,
  disagreements: browseDisagreements,
  figure: makeFigure,
  export: packDataset,
  uploaded: runUploaded,
  sample: (context: Context, _nothing: undefined) => runSample(context),
} as const satisfies Readonly<Record<string, (context: Context, input: never) => unknown>>;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[1];
export type JobResult<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
