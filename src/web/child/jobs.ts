import type { ViewRequest } from '../../project/choose-view.js';
import type { Context, ReadContext } from '../../project/context.js';
import { askedByReader, casesReadBlind } from '../../project/reader-view.js';
import { type AgreeRequest, agreeCoders } from '../../workflow/agree.js';
import { analyseImported } from '../../workflow/analyse-imported.js';
import { browseCases } from '../../workflow/browse-cases.js';
import { browseCodes } from '../../workflow/browse-codes.js';
import { browseDisagreements } from '../../workflow/browse-disagreements.js';
import { browsePassages } from '../../workflow/browse-passages.js';
import { browseRevisit } from '../../workflow/browse-revisit.js';
import { browseTheory } from '../../workflow/browse-theory.js';
import { checkCoding, listReturned } from '../../workflow/check-coding.js';
import { handOut } from '../../workflow/hand-out.js';
import { listCodeChanges } from '../../workflow/list-code-changes.js';
import { listCodes } from '../../workflow/list-codes.js';
import { makeFigure } from '../../workflow/make-figure.js';
import { packDataset } from '../../workflow/pack-dataset.js';
import { previewUploaded } from '../../workflow/preview-uploaded.js';
import { projectOverview } from '../../workflow/project-overview.js';
import { browseQuery } from '../../workflow/queries/browse-query.js';
import { readCode } from '../../workflow/read-code.js';
import { tablePager } from '../../workflow/read-table-page.js';
import { runSample, runUploaded } from '../../workflow/run-uploaded.js';
import { clusterWords } from '../../workflow/screening/cluster-words.js';
import { pageOfWords } from '../../workflow/screening/screened-words.js';
import { showWordInGroup } from '../../workflow/screening/screening-groups.js';
import { showScreenedWord } from '../../workflow/screening/word-detail.js';
import { findSuggestions } from '../../workflow/suggest.js';
import { type HandedBack, readSettled, rehearseTakingBack, takeBack } from '../../workflow/take-back.js';
import { tallyCoders } from '../../workflow/tally-coders.js';
import { drawPng } from '../../workflow/write-figure.js';
import { packErrors } from './packed-errors.js';

/** Has a verb read one unchanging view of the project, whatever is decided meanwhile. */
const reading =
  <Input, Result>(read: (context: ReadContext, input: Input) => Result) =>
  (context: Context, input: Input): Result =>
    context.store.snapshot(() => read(context, input));

/** What somebody asks for, and who that is. */
interface ByReader<Asked> {
  readonly reader: string | null;
  readonly asked: Asked;
}

/** Has a verb read in the view of who asks. */
const byReader =
  <Asked extends ViewRequest | undefined, Result>(read: (context: ReadContext, asked: Asked) => Result) =>
  (context: ReadContext, given: ByReader<NonNullable<Asked>>): Result =>
    read(context, askedByReader(context.store, given));

/** What is done in a child process, because it takes long: each takes the open project and what it is asked. */
export const jobs = {
  /** Cases because of which the reader sees no verdicts of others anywhere. */
  readBlind: reading(({ store }, reader: string | null) => casesReadBlind(store, reader)),
  overview: reading(byReader(projectOverview)),
  cases: reading(byReader(browseCases)),
  words: reading(byReader(pageOfWords)),
  word: reading(byReader(showScreenedWord)),
  contexts: reading(showWordInGroup),
  clusters: reading(byReader(clusterWords)),
  table: tablePager(),
  codes: reading(byReader(browseCodes)),
  code: reading(byReader(readCode)),
  codeNames: reading(byReader(listCodes)),
  changes: reading(byReader(listCodeChanges)),
  theory: reading(byReader(browseTheory)),
  revisit: reading(byReader(browseRevisit)),
  passages: reading(browsePassages),
  query: reading(browseQuery),
  suggest: byReader(findSuggestions),
  coders: (context: Context, _nothing: undefined) => tallyCoders(context),
  agree: reading((context, { reader, asked }: ByReader<AgreeRequest>) =>
    agreeCoders(context, { ...asked, hiddenCases: casesReadBlind(context.store, reader) }),
  ),
  disagreements: reading(browseDisagreements),
  handOut,
  takeBack: async (context: Context, handed: HandedBack) => packErrors(await takeBack(context, handed)),
  tryTakeBack: async (context: Context, handed: HandedBack) =>
    packErrors(await rehearseTakingBack(context, handed)),
  settled: readSettled,
  check: checkCoding,
  returned: listReturned,
  figure: byReader(makeFigure),
  picture: byReader(drawPng),
  export: packDataset,
  preview: async (context: Context, input: Parameters<typeof previewUploaded>[1]) =>
    packErrors(await previewUploaded(context, input)),
  uploaded: runUploaded,
  analyse: analyseImported,
  sample: (context: Context, _nothing: undefined) => runSample(context),
} as const satisfies Readonly<Record<string, (context: Context, input: never) => unknown>>;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[1];
export type JobResult<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
