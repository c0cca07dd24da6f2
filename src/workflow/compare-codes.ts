import type { Polarity, Status } from '../model/coded-passage.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import { readCodedPassages } from '../project/coded-passages.js';
import type { ReadContext } from '../project/context.js';
import { findCode, frameworkInUse } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { projectForm } from '../project/project-form.js';
import { codingInForce } from '../project/select-coding.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** A passage of one of the compared codes, or of both. */
export interface ComparedPassage {
  readonly caseId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Labels of the compared codes given to the passage, with all that led to each of them. */
  readonly codes: readonly {
    readonly code: string;
    readonly keywords: readonly string[];
    readonly rules: readonly string[];
    readonly polarity: Polarity;
    readonly status: Status;
  }[];
}

/**
 * Constant comparison: all passages of one or two codes, in the order of the cases, a passage of both once.
 * Of a code above the lowest level the passages of all codes under it are its own.
 * @throws UserError regions/changed
 */
export function compareCodes(
  { store }: ReadContext,
  names: readonly string[],
  { codebook, ...request }: CodedRequest = {},
): ComparedPassage[] {
  const reading = { depth: 'passages', codebooks: [codebook] } as const;
  return inView(store, chooseView(store, request), reading, () => comparePassages(store, names, codebook));
}

function comparePassages(
  store: Store,
  names: readonly string[],
  codebook: string | undefined,
): ComparedPassage[] {
  const framework = frameworkInUse(store, codebook);
  codingInForce(store, framework.codebook.id);
  const form = projectForm(store);
  const wanted = names.map((name) => findCode(framework.codebook, form(name)));
  const labelsOf = new Map(
    framework.codebook.codes.map(({ id }) => [
      id,
      wanted.filter((code) => framework.paths.get(id)?.includes(code)).map(({ label }) => label.zh),
    ]),
  );
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  const passages = new Map<string, ComparedPassage & { codes: ComparedPassage['codes'][number][] }>();
  const assignments = readCodedPassages(store, framework.codebook.id);
  for (const one of mergeEvidence(assignments)) {
    if (one.status === 'rejected' || versions.get(one.caseId) !== one.version) continue;
    const key = `${one.caseId}\t${one.start}\t${one.end}`;
    for (const code of labelsOf.get(one.codeId) ?? []) {
      const { caseId, start, end, cleanQuote, keywords, rules, polarity, status } = one;
      const passage = passages.get(key) ?? { caseId, start, end, quote: cleanQuote, codes: [] };
      const at = passage.codes.findIndex((given) => given.code === code && given.polarity === polarity);
      const given = passage.codes[at];
      if (given === undefined) passage.codes.push({ code, keywords, rules, polarity, status });
      else {
        passage.codes[at] = {
          ...given,
          keywords: [...new Set([...given.keywords, ...keywords])],
          rules: [...new Set([...given.rules, ...rules])],
        };
      }
      passages.set(key, passage);
    }
  }
  return [...passages.values()];
}
