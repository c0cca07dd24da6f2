import { NO_CODEBOOK } from '../model/codebook.js';
import type { ReadContext } from '../project/context.js';
import { isUpToDate } from '../project/derived-products.js';
import { requireBatch } from '../project/require-batch.js';
import { type CodingFilter, selectCoding } from '../project/select-coding.js';
import {
  compareBatch,
  countUnmapped,
  type FirstSeenCode,
  type PillarInBatch,
  type UnmappedKeyword,
} from '../stages/tabulate/compare-batch.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { batchesAsImported, caseIds, countWithoutText } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { casesNotMined, newWordsOfCases } from '../store/term-lists.js';

/** Which batch, under which codebook (the one applied last). */
export interface BatchRequest extends Pick<CodingFilter, 'codebook' | 'status'> {
  readonly batch: string;
}

/** A discovered word that occurs in the batch and in no case before. */
export interface FirstSeenWord {
  readonly word: string;
  /** Of the batch. */
  readonly cases: number;
  readonly frequency: number;
}

/** What a batch brought that the batches before it did not have. */
export interface BatchReport {
  readonly batch: string;
  /** The batches before and after it, in the order in which they were imported. */
  readonly earlierBatches: readonly string[];
  readonly laterBatches: readonly string[];
  readonly codebook: string;
  /** Cases that count: of the batch, of those before, and of those after, which are not looked at. */
  readonly cases: number;
  readonly earlierCases: number;
  readonly laterCases: number;
  /** Cases of the batch that cannot bring words, and those that count nowhere. */
  readonly withoutText: number;
  readonly notMined: readonly string[];
  readonly excluded: number;
  readonly sealed: number;
  /** Cases of the batch that count and have no code. */
  readonly uncoded: readonly string[];
  readonly newWords: readonly FirstSeenWord[];
  readonly unmapped: readonly UnmappedKeyword[];
  readonly firstSeen: readonly FirstSeenCode[];
  readonly pillars: readonly PillarInBatch[];
  /** Whether the coding follows from the present texts, groups and rules. */
  readonly isUpToDate: boolean;
}

/**
 * Compares a batch with all batches that were imported before it: new words, kept keywords without a code, codes that are seen
 * first, and the shares of the codes of the top level.
 * @throws UserError cases/unknown-batch, tables/not-coded
 */
export function reportBatch({ store }: ReadContext, { batch, ...filter }: BatchRequest): BatchReport {
  requireBatch(store, batch);
  const batches = batchesAsImported(store);
  const at = batches.indexOf(batch);
  const [earlierBatches, laterBatches] = [batches.slice(0, at), batches.slice(at + 1)];
  const idsOf = (names: readonly string[]) =>
    new Set(names.flatMap((name) => caseIds(store, { batch: name })));
  const [own, earlier] = [idsOf([batch]), idsOf(earlierBatches)];
  const { framework, assigned, references, mappings } = selectCoding(store, 'coding', filter);
  const [assignedAll, referencesAll] = [assigned(), references()];
  const coded = new Set(
    [...assignedAll.filter(({ codeId }) => codeId !== null), ...referencesAll].map(({ caseId }) => caseId),
  );
  const notMined = new Set(casesNotMined(store));
  return {
    batch,
    earlierBatches,
    laterBatches,
    codebook: framework?.codebook.id || NO_CODEBOOK,
    cases: own.size,
    earlierCases: earlier.size,
    laterCases: idsOf(laterBatches).size,
    withoutText: countWithoutText(store, batch),
    notMined: [...own].filter((id) => notMined.has(id)),
    ...countLeftOut(store, batch),
    uncoded: [...own].filter((id) => !coded.has(id)),
    newWords: firstSeenWords(store, own, earlier),
    unmapped: countUnmapped(mappings(), own, earlier),
    ...(framework
      ? compareBatch({ framework, batch: own, earlier, assigned: assignedAll, references: referencesAll })
      : { firstSeen: [], pillars: [] }),
    isUpToDate: isUpToDate(store),
  };
}

/** The discovered words of the batch that no text before it contains: not as words, and not within longer ones. */
function firstSeenWords(
  store: Store,
  batch: ReadonlySet<string>,
  earlier: ReadonlySet<string>,
): FirstSeenWord[] {
  const words = newWordsOfCases(store, [...batch], [...earlier]);
  const found = casesContaining(
    store,
    words.map(({ word }) => word),
  );
  return words.filter(({ word }) => !found.get(word)?.some((id) => earlier.has(id)));
}
