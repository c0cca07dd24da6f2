import { languageSchema } from '../model/language.js';
import type { FoundName, NameCandidate } from '../model/pseudonym.js';
import { privateKinds } from '../model/pseudonym.js';
import type { Context } from '../project/context.js';
import { countNames, findCandidates } from '../project/pseudonyms/find-in-cases.js';
import { proposePseudonyms } from '../stages/pseudonyms/propose-pseudonyms.js';
import { dictionaryEntry } from '../stages/segment/jieba.js';
import { getSetting } from '../store/setting-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { readNameSheet, writeNameSheet } from './sheets/name-sheet.js';

/** Where names are written, and the table of an earlier batch. */
export interface FindNamesOptions {
  readonly out: string;
  /** A table of names that was reviewed before: its rows stay, and what is new comes behind them. */
  readonly known?: string | undefined;
}

/** What was found. */
export interface FoundNames {
  readonly names: readonly FoundName[];
  /** How many of them have a pseudonym proposed. */
  readonly proposed: number;
  /** How many come from the earlier table. */
  readonly known: number;
}

/**
 * Finds what may be names of persons, places and organisations, and numbers that lead to somebody, in all texts, titles and
 * attributes of a project, and writes them as a table for a person to review.
 * @throws UserError pseudonyms/not-a-table, pseudonyms/bad-rows, sheet/unknown-format, files/cannot-write
 */
export async function findNames(context: Context, { out, known }: FindNamesOptions): Promise<FoundNames> {
  const { store } = context;
  const earlier = known === undefined ? { pseudonyms: [], left: [] } : await readNameSheet(known);
  const before = new Map(
    [
      ...earlier.pseudonyms,
      ...earlier.left.map((name) => ({ name, pseudonym: '', alsoWithinWords: false })),
    ].map((one) => [one.name, one]),
  );
  const candidates = await findCandidates(context);
  const kindOf = new Map(candidates.map(({ name, kind }) => [name, kind]));
  const all: NameCandidate[] = [
    ...Array.from(before.keys(), (name) => ({
      name,
      kind: kindOf.get(name) ?? ('person' as const),
      isDoubtful: true,
    })),
    ...candidates.filter(({ name }) => !before.has(name)),
  ];
  const counted = await countNames(
    context,
    all.map(({ name }) => ({ name, alsoWithinWords: false })),
  );
  const inOrder = all
    .map((one) => ({ ...one, ...counted.of(one.name) }))
    .filter(({ name, count, withinWords }) => before.has(name) || count + withinWords > 0)
    .sort(
      (a, b) =>
        rankOf(a, before) - rankOf(b, before) || b.count - a.count || compareByCodePoint(a.name, b.name),
    );
  const taken = new Set(earlier.pseudonyms.map(({ pseudonym }) => pseudonym));
  const proposed = proposePseudonyms(
    inOrder,
    dictionaryEntry,
    (pseudonym) => taken.has(pseudonym) || counted.occurs(pseudonym),
  );
  const names = inOrder.map(
    (one): FoundName => ({
      ...one,
      pseudonym: before.get(one.name)?.pseudonym ?? proposed.get(one.name) ?? '',
      alsoWithinWords: before.get(one.name)?.alsoWithinWords ?? [...one.name].length > 2,
    }),
  );
  await writeNameSheet(out, names, languageSchema.parse(getSetting(store, 'language')));
  return { names, proposed: proposed.size, known: before.size };
}

/** Known names first, then by kind, and what is doubtful last. */
function rankOf({ name, kind, isDoubtful }: NameCandidate, before: ReadonlyMap<string, unknown>): number {
  return before.has(name) ? -1 : privateKinds.indexOf(kind) + (isDoubtful ? privateKinds.length : 0);
}
