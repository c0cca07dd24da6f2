import { type CodedPassage, MACHINE_CODER, type Status } from '../model/coded-passage.js';
import type { Evidence } from '../model/evidence.js';
import type { PlacedCount } from '../model/reference-count.js';
import { isWholeCase } from '../model/whole-case.js';
import { countReferences } from '../stages/tabulate/count-references.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { once } from '../text/once.js';
import { inParts, readCodedPassages } from './coded-passages.js';
import { rememberByCase } from './remember-by-case.js';

/** Codings that somebody may have confirmed. */
export interface Confirmable {
  readonly status: Status;
  readonly coder: string;
  readonly count: number;
}

/** How many passages of a case stand, of those with some status. */
interface PassageTally {
  /** Those that support a code, by code. */
  readonly references: readonly PlacedCount[];
  /** How many codes the case has as a whole. */
  readonly wholeCases: number;
}

/** What stands in the current version of a case under a codebook: proposed, confirmed or coded by people. */
export interface CaseTally {
  readonly all: PassageTally;
  readonly confirmed: PassageTally;
  readonly confirmable: readonly Confirmable[];
  /** The passages for which people named keywords. */
  readonly named: readonly CodedPassage[];
}

/**
 * Counts what stands in each of some cases under a codebook.
 * @param isTallied the ids of the cases; what was counted of another is not kept
 */
export function tallyCases(
  store: Store,
  codebookId: string,
  isTallied: ReadonlySet<string>,
): ReadonlyMap<string, CaseTally> {
  return rememberByCase(store, { name: 'tallies', codebookId }, (caseIds) => {
    const versions = once(() => currentVersionsById(store));
    const tallied = caseIds.filter((id) => isTallied.has(id));
    return new Map(
      inParts(tallied, (part) => {
        const standing = readCodedPassages(store, codebookId, part).filter(
          ({ caseId, version, status }) => status !== 'rejected' && versions().get(caseId) === version,
        );
        const byCase = groupBy(standing, ({ caseId }) => caseId);
        return part.map((id) => [id, tallyOf(byCase.get(id) ?? [])] as const);
      }),
    );
  });
}

function currentVersionsById(store: Store): ReadonlyMap<string, string> {
  return new Map(currentVersions(store, { scope: 'all' }).map(({ caseId, version }) => [caseId, version]));
}

function tallyOf(standing: readonly CodedPassage[]): CaseTally {
  const evidence = mergeEvidence(standing);
  const confirmed = mergeEvidence(standing.filter(({ status }) => status === 'confirmed'));
  return {
    all: tallyPassages(evidence),
    confirmed: tallyPassages(confirmed),
    confirmable: confirmableOf(standing),
    named: standing.filter(({ origin, keywords }) => origin === 'person' && keywords.length > 0),
  };
}

function tallyPassages(evidence: readonly Evidence[]): PassageTally {
  return {
    references: countReferences(evidence.filter(({ polarity }) => polarity === 'supports')),
    wholeCases: evidence.filter(isWholeCase).length,
  };
}

/** The coded passages, each once for a code; who confirmed them comes before who proposed them. */
function confirmableOf(standing: readonly CodedPassage[]): Confirmable[] {
  const said = mergeEvidence(standing.filter(({ origin }) => origin !== 'keyword')).map(
    ({ status, coders }) => ({
      status,
      coder: coders.find((coder) => coder !== MACHINE_CODER) ?? MACHINE_CODER,
    }),
  );
  const same = groupBy(said, ({ status, coder }) => `${status}\t${coder}`);
  return [...same.values()].flatMap((all) => all.slice(0, 1).map((one) => ({ ...one, count: all.length })));
}
