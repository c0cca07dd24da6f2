import type { CaseFacts, CountedName, TextFacts } from '../../model/provenance/facts.js';
import type { ReadContext } from '../../project/context.js';
import { countRegions } from '../../project/count-regions.js';
import { currentVersions } from '../../store/case-table.js';
import type { LogEntry } from '../../store/decision-log.js';
import { readSentences } from '../../store/sentence-table.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { listCases, listManifest } from '../show-cases.js';

/** Which cases have any coding, and which have one by a person. */
export interface CodedCases {
  readonly all: ReadonlySet<string>;
  readonly byPeople: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
}

/** Counts the cases on their way from import to coding. */
export function gatherCases({ store }: ReadContext, log: readonly LogEntry[], coded: CodedCases): CaseFacts {
  const cases = listCases({ store });
  const excluded = cases.filter((one) => one.excluded !== null);
  const sealed = cases.filter((one) => one.sealed !== null && one.excluded === null);
  const wereSealed = new Set(
    log.flatMap(({ target }) =>
      target.type === 'case' && target.question === 'sealed' ? [target.caseId] : [],
    ),
  );
  const counted = currentVersions(store).map(({ caseId }) => caseId);
  const withText = currentVersions(store, { scope: 'texts' }).length;
  return {
    imported: cases.length,
    batches: new Set(cases.map(({ batch }) => batch)).size,
    excluded: excluded.length,
    exclusions: countNames(excluded.map((one) => one.excluded?.reason ?? '')),
    excludedWithoutReason: excluded.filter((one) => one.excluded?.reason === '').length,
    sealed: sealed.length,
    unsealed: cases.filter(({ id, sealed: now }) => wereSealed.has(id) && now === null).length,
    chosen: cases.filter((one) => one.chosen !== null).length,
    counted: counted.length,
    withoutText: counted.length - withText,
    coded: counted.filter((id) => coded.all.has(id)).length,
    codedByPeople: counted.filter((id) => coded.byPeople.has(id)).length,
    done: counted.filter((id) => coded.done.has(id)).length,
    untouched: counted.filter((id) => !coded.byPeople.has(id) && !coded.done.has(id)).length,
  };
}

/** Counts what cleaning changed, and what of the texts counts. */
export function gatherTexts({ store }: ReadContext): TextFacts {
  const versions = currentVersions(store, { scope: 'texts' });
  const regions = countRegions(store, versions);
  const ids = new Set(versions.map(({ caseId }) => caseId));
  const steps = listManifest({ store }).flatMap((one) => (ids.has(one.id) ? one.steps : []));
  const [usual, ...others] = regions.sets;
  let sentences = 0;
  for (const { caseId, version } of versions) {
    sentences += readSentences(store, caseId, version).counted.length;
  }
  return {
    steps: new Set(steps.map(({ step }) => step)).size,
    changes: steps.reduce((sum, { edits }) => sum + edits, 0),
    characters: regions.characters,
    counted: regions.characters - regions.leftOut,
    kinds: usual?.kinds ?? [],
    otherwise: others.reduce((sum, { cases }) => sum + cases, 0),
    sentences,
    hasSpeech: regions.labels > 0 || regions.kinds.some(({ kind }) => kind === 'question'),
  };
}

/** Counts equal names, the most frequent first. */
export function countNames(names: readonly string[]): CountedName[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || compareByCodePoint(one.name, other.name));
}
