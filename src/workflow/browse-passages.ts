import type { Framework } from '../model/framework.js';
import type { Span } from '../model/span.js';
import type { ReadContext } from '../project/context.js';
import { findCode, frameworkInUse } from '../project/find-code.js';
import { currentJudgements } from '../project/find-passages.js';
import { numberRows } from '../project/passage-numbers.js';
import { requireOpenCaseHead } from '../project/require-open-case.js';
import { areProposalsShown, proposalsSeenBy, seesProposals } from '../project/shown-proposals.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import { type PassagePlace, readPassagePlaces } from '../store/passage-place-table.js';
import { readJudgementsOfCase } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import { passageId } from '../text/passage-id.js';
import { passageReader, type ReadPassage } from './read-passages.js';

/** Which passages are browsed, by whom, and which part of them is given. */
export interface PassagesAsked {
  /** The code, whose passages are also those of all codes under it. */
  readonly code: string;
  /** The code that it is compared with: a passage of both says so. */
  readonly beside?: string | undefined;
  readonly caseId?: string | undefined;
  /** Only what speaks against the code. */
  readonly against?: boolean | undefined;
  readonly coder: string;
  /** Shows the verdicts of all coders; otherwise one's own alone. */
  readonly withOthers?: boolean | undefined;
  readonly codebook?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** A passage of a code with its place as tables print it. */
export interface BrowsedPassage
  extends ReadPassage,
    Readonly<Record<'paragraph' | 'sentence', number | null>> {
  readonly caseId: string;
  /** Whether the other code stands at the same place. */
  readonly isOfBoth: boolean;
}

/** A part of the passages of a code. */
export interface BrowsedPassages {
  readonly codeId: string;
  readonly code: string;
  readonly path: readonly string[];
  readonly definition: string;
  /** How many there are, in how many cases. */
  readonly total: number;
  readonly cases: number;
  /** How many of them, in which cases, are proposals that the coder does not see yet. */
  readonly hidden: { readonly total: number; readonly cases: readonly string[] };
  /** The cases of which the coder sees proposals for the first time, so that this is still to be remembered. */
  readonly firstShown: readonly string[];
  readonly rows: readonly BrowsedPassage[];
}

/** One passage, and who looks at it. */
export interface PassageAsked extends Pick<PassagesAsked, 'coder' | 'withOthers'> {
  readonly id: string;
  readonly caseId: string;
  /** Where in the case it is, if that is known: it is found sooner. */
  readonly span?: Span | undefined;
}

const LIMIT = 50;

/**
 * Gives a part of the passages of a code in the order of the cases: what the program proposes, as far as the coder sees it, and
 * what coders coded. Rejected ones stay in their place.
 * @throws UserError code/unknown-code, tables/not-coded
 */
export function browsePassages({ store }: ReadContext, asked: PassagesAsked): BrowsedPassages {
  const { coder, caseId = null, against = false, offset = 0, limit = LIMIT } = asked;
  const framework = frameworkInUse(store, asked.codebook);
  const code = findCode(framework.codebook, asked.code);
  const wanted = withCodesUnder(framework, code.id);
  const other = asked.beside === undefined ? null : findCode(framework.codebook, asked.beside);
  const beside = other ? withCodesUnder(framework, other.id) : new Set<string>();
  const found = placesOf(store, framework, {
    codeIds: new Set([...wanted, ...beside]),
    caseId,
    coder,
    withOthers: asked.withOthers ?? false,
  });
  const isWanted = ({ codeId, polarity }: PassagePlace) =>
    wanted.has(codeId) && (!against || polarity === 'contradicts');
  const places = found.shown.filter(isWanted);
  const hidden = found.hidden.filter(isWanted);
  const ofOther = new Set(found.shown.filter(({ codeId }) => beside.has(codeId)).map(spanKey));
  const shown = places.slice(offset, offset + limit);
  const rows = readRows(store, framework, { ...asked, places: shown });
  const codebookId = framework.codebook.id;
  return {
    codeId: code.id,
    code: code.label.zh,
    path: (framework.paths.get(code.id) ?? []).map(({ label }) => label.zh),
    definition: code.definition,
    total: places.length,
    cases: casesOf(places).length,
    hidden: { total: hidden.length, cases: casesOf(hidden) },
    firstShown: casesOf(rows.filter(({ origins }) => origins.length > 0)).filter(
      (one) => !areProposalsShown(store, { coder, codebookId, caseId: one }),
    ),
    rows: rows.map((row) => ({ ...row, isOfBoth: ofOther.has(spanKey(row)) })),
  };
}

/**
 * Reads one passage as its coder sees it; null where nobody codes it any more.
 * @throws UserError cases/unknown-case, cases/sealed, tables/not-coded
 */
export function readPassage(
  { store }: ReadContext,
  { id, caseId, span, coder, withOthers = false }: PassageAsked,
): ReadPassage | null {
  const framework = frameworkInUse(store);
  const codebookId = framework.codebook.id;
  const { version } = requireOpenCaseHead(store, caseId);
  const isIt = (one: PassagePlace) => passageId(one) === id;
  const isSeen = seesProposals(store, { coder, codebookId, caseId, version });
  const proposed = isSeen
    ? mergeEvidence(readStoredPassages(store, { codebookId, caseIds: [caseId], span }).filter(isIt))
    : [];
  const judged = readJudgementsOfCase(store, codebookId, caseId, version, span).filter(
    (one) => isIt(one) && (withOthers || one.verdict.coder === coder),
  );
  return passageReader(store, { framework, coder })(proposed, judged, isSeen || withOthers)[0] ?? null;
}

const casesOf = (places: readonly Pick<PassagePlace, 'caseId'>[]) => [
  ...new Set(places.map(({ caseId }) => caseId)),
];

const spanKey = ({ caseId, start, end }: Pick<PassagePlace, 'caseId' | 'start' | 'end'>) =>
  `${caseId}\t${start}\t${end}`;

function withCodesUnder({ codebook, paths }: Framework, id: string): Set<string> {
  const under = codebook.codes.filter((one) => paths.get(one.id)?.some((above) => above.id === id));
  return new Set(under.map((one) => one.id));
}

/**
 * Where codes are proposed or coded by hand, each place once, in the order of cases, places and codes, and proposals that the
 * coder does not see yet.
 */
function placesOf(
  store: Store,
  { codebook: { id } }: Framework,
  {
    codeIds,
    caseId,
    coder,
    withOthers,
  }: {
    readonly codeIds: ReadonlySet<string>;
    readonly caseId: string | null;
    readonly coder: string;
    readonly withOthers: boolean;
  },
): Record<'shown' | 'hidden', readonly PassagePlace[]> {
  const isSeen = proposalsSeenBy(store, { coder, codebookId: id });
  const proposed = readPassagePlaces(store, id, codeIds, caseId);
  const places = proposed.filter((one) => isSeen(one.caseId));
  const coded = currentJudgements(store, id).filter(
    (one) =>
      codeIds.has(one.codeId) &&
      (caseId === null || one.caseId === caseId) &&
      (withOthers || one.verdict.coder === coder),
  );
  const known = new Map([...places, ...coded].map((one) => [passageId(one), one]));
  const hidden = proposed.filter((one) => !isSeen(one.caseId) && !known.has(passageId(one)));
  if (coded.length === 0) return { shown: places, hidden };
  const shown = [...known.values()].sort(
    (one, next) =>
      compareByCodePoint(one.caseId, next.caseId) ||
      one.start - next.start ||
      one.end - next.end ||
      compareByCodePoint(one.codeId, next.codeId) ||
      compareByCodePoint(one.polarity, next.polarity),
  );
  return { shown, hidden };
}

function readRows(
  store: Store,
  framework: Framework,
  {
    places,
    coder,
    withOthers = false,
  }: Pick<PassagesAsked, 'coder' | 'withOthers'> & { readonly places: readonly PassagePlace[] },
): Omit<BrowsedPassage, 'isOfBoth'>[] {
  const codebookId = framework.codebook.id;
  const ids = places.map(passageId);
  const wanted = new Set(ids);
  const caseIds = [...new Set(places.map(({ caseId }) => caseId))];
  const isWanted = (one: PassagePlace) => wanted.has(passageId(one));
  const isSeen = proposalsSeenBy(store, { coder, codebookId });
  const stored = readStoredPassages(store, { codebookId, caseIds: caseIds.filter(isSeen) });
  const proposed = mergeEvidence(stored).filter(isWanted);
  const judged = currentJudgements(store, codebookId).filter(
    (one) => isWanted(one) && (withOthers || one.verdict.coder === coder),
  );
  const read = passageReader(store, { framework, coder });
  const byCase = groupBy(proposed, ({ caseId }) => caseId);
  const saidByCase = groupBy(judged, ({ caseId }) => caseId);
  const rows = new Map(
    caseIds.flatMap((caseId) =>
      read(byCase.get(caseId) ?? [], saidByCase.get(caseId) ?? [], withOthers || isSeen(caseId)).map(
        (one) => [one.id, { ...one, caseId }],
      ),
    ),
  );
  const numbered = numberRows(
    store,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
  return numbered.map(({ turn: _, speaker: __, ...row }) => row);
}
