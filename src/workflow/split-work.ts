import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { nameInRound } from '../model/coder-round.js';
import { attributeByCase, findAttribute, namesOfAttributes } from '../project/case-attributes.js';
import type { Context } from '../project/context.js';
import { codebookToDecide } from '../project/find-code.js';
import { requireBatch } from '../project/require-batch.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { sampleRows, sizeOfSample } from '../project/sample-rows.js';
import { type CaseToDeal, dealCases } from '../project/split/deal-cases.js';
import { type CoderWork, fillCoderFile } from '../project/split/fill-coder-file.js';
import { readAllDone } from '../store/case-done-table.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { readLogEntries } from '../store/decision-log.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { exportSheet } from './export-sheet.js';
import { makeFolder } from './write-files.js';

/** How work is split. */
export interface SplitOptions {
  readonly coders: readonly string[];
  /** How many cases all coders code: a number, or a share such as `20%`. */
  readonly overlap?: string | undefined;
  readonly seed?: number | undefined;
  /** An attribute: cases of each of its values have their share. */
  readonly stratify?: string | undefined;
  /** How many of the cases that a coder is done with they code a second time: a number, or a share. */
  readonly again?: string | undefined;
  /** again: only cases done so many days ago, such as `14d`. */
  readonly after?: string | undefined;
  readonly batch?: string | undefined;
  /** Only these cases; otherwise all that count. */
  readonly cases?: readonly string[] | undefined;
  readonly codebook?: string | undefined;
  /** Writes blind sheets in the place of project files. */
  readonly sheets?: boolean | undefined;
  readonly out: string;
}

/** The file of a coder. */
export interface WorkFile extends CoderWork {
  readonly file: string;
}

/** How work was split. */
export interface SplitReport {
  /** The cases that all coders code. */
  readonly overlap: readonly string[];
  /** Cases that were chosen for what they may show, which never enter the overlap. */
  readonly chosen: readonly string[];
  readonly files: readonly WorkFile[];
}

/**
 * Writes one blind project file or sheet a coder, with the cases that they are to code: their share, and those that all code;
 * or, for a retest, some of the cases that they coded before, under a name of their own for the second time.
 * @throws UserError split/file-there, split/bad-days, split/nothing-done, split/no-cases, cases/unknown-attribute,
 * cases/unknown-case, sheet/bad-sample
 */
export async function splitWork(context: Context, options: SplitOptions): Promise<SplitReport> {
  const { store } = context;
  const coders = [...new Set(options.coders.map(requireCoder))];
  const { codebook } = codebookToDecide(store, 'split-work', options.codebook);
  requireBatch(store, options.batch);
  const dealt =
    options.again === undefined
      ? dealAll(store, coders, options)
      : {
          overlap: [],
          chosen: [],
          work: coders.map((coder) => planRetest(context, coder, codebook.id, options)),
        };
  const files = dealt.work.map((one) => ({ ...one, file: fileName(one.coder, options) }));
  const there = files.find(({ file }) => existsSync(join(options.out, file)));
  if (there) throw new UserError('split/file-there', { path: join(options.out, there.file) });
  makeFolder(options.out);
  for (const { file, ...work } of files) await writeWork(store, work, join(options.out, file), options);
  return { overlap: dealt.overlap, chosen: dealt.chosen, files };
}

interface Dealt extends Pick<SplitReport, 'overlap' | 'chosen'> {
  readonly work: readonly CoderWork[];
}

function dealAll(store: Store, coders: readonly string[], options: SplitOptions): Dealt {
  const { stratify, seed = 1 } = options;
  const attribute = stratify === undefined ? undefined : findAttribute(store, stratify);
  if (stratify !== undefined && !attribute) {
    throw new UserError('cases/unknown-attribute', {
      name: stratify,
      known: namesOfAttributes(store).join(', '),
    });
  }
  const strata = attribute ? attributeByCase(store, attribute) : new Map<string, string>();
  const standings = readCaseStandings(store, 'chosen');
  const cases = casesAsked(store, options, 'texts').map(
    (caseId): CaseToDeal => ({
      caseId,
      stratum: strata.get(caseId) ?? '',
      isChosen: standings.has(caseId),
    }),
  );
  if (cases.length === 0) throw new UserError('split/no-cases', {});
  const drawn = cases.filter(({ isChosen }) => !isChosen).length;
  const shared = options.overlap === undefined ? 0 : sizeOfSample(options.overlap, drawn);
  const { overlap, shares } = dealCases(cases, coders, { overlap: shared, seed });
  const work = [...shares].map(([coder, own]) => ({
    coder,
    cases: [...own, ...overlap].sort(compareByCodePoint),
  }));
  const chosen = cases.flatMap(({ caseId, isChosen }) => (isChosen ? caseId : []));
  return { overlap, chosen, work };
}

/** The cases of the batch, or those of them that are named. */
function casesAsked(
  store: Store,
  { batch, cases }: Pick<SplitOptions, 'batch' | 'cases'>,
  scope?: 'texts',
): string[] {
  const named = cases && new Set(cases.map((id) => requireOpenCase(store, id).id));
  return currentVersions(store, { batch, ...(scope && { scope }) }).flatMap(({ caseId }) =>
    named === undefined || named.has(caseId) ? caseId : [],
  );
}

/** Draws from the cases that a coder is done with, long enough ago, under a codebook. */
function planRetest(
  { store, now }: Context,
  coder: string,
  codebookId: string,
  { again = '100%', after, seed = 1, ...filter }: SplitOptions,
): CoderWork {
  const until = new Date(now().getTime() - daysOf(after) * DAY).toISOString();
  const since = new Map<string, string>();
  for (const { target, time, coder: by } of readLogEntries(store)) {
    if (target.type === 'done' && target.codingOf === coder && by === coder) since.set(target.caseId, time);
  }
  const asked = new Set(casesAsked(store, filter));
  const done = readAllDone(store).flatMap((one) =>
    one.coder === coder && one.codebookId === codebookId && asked.has(one.caseId) ? one.caseId : [],
  );
  const old = done.filter((caseId) => (since.get(caseId) ?? '') <= until);
  if (old.length === 0)
    throw new UserError('split/nothing-done', { coder, done: done.length, after: after ?? '' });
  const cases = sampleRows(old, (caseId) => caseId, { sample: again, seed });
  return { coder: nameInRound(coder, 'retest'), cases };
}

const DAY = 24 * 60 * 60 * 1000;

function daysOf(after: string | undefined): number {
  if (after === undefined) return 0;
  const [, days] = /^(\d+)\s*[d天日]?$/.exec(after.normalize('NFKC').trim()) ?? [];
  if (days === undefined) throw new UserError('split/bad-days', { after });
  return Number(days);
}

/** The name of a coder as a name of a file, which may have no slash. */
function fileName(coder: string, { sheets }: SplitOptions): string {
  return `${coder.replaceAll(/[\\/:*?"<>|]/g, '_')}.${sheets ? 'xlsx' : 'db'}`;
}

async function writeWork(
  store: Store,
  { coder, cases }: CoderWork,
  path: string,
  { sheets, codebook }: SplitOptions,
): Promise<void> {
  if (sheets) {
    await exportSheet({ store }, { what: 'uncoded', view: 'blind', coder, codebook, cases }, path);
    return;
  }
  const file = openStore(path, { mode: 'create' });
  try {
    fillCoderFile(store, file, { coder, cases });
  } finally {
    file.close();
  }
}
