import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { codeKey, levelKey, relationKey, theoryPrefix } from '../model/decisions/code-key.js';
import type { Target } from '../model/decisions/target.js';
import type { DecidedWord, Verdict } from '../model/decisions/verdict.js';
import type { Store } from './store.js';

/** Where a verdict in force for all is kept. */
export type VerdictKey = Pick<DecidedWord, 'group' | 'word' | 'aspect'>;

/** What belongs to the structure of a codebook, which has one state for all. */
type StructureTarget = Extract<Target, { type: 'code' | 'level' | 'relation' | 'theory' }>;

/** The types of targets that belong to the structure of a codebook. */
export const structureTypes = [
  'code',
  'level',
  'relation',
  'theory',
] as const satisfies readonly StructureTarget['type'][];

/** Returns whether a target belongs to the structure of a codebook. */
export function isOfStructure(target: Target): target is StructureTarget {
  return structureTypes.some((type) => type === target.type);
}

/** Where the verdict on a code, level or relation, or on the theory of a codebook, is kept. */
export function keyOfCode(target: StructureTarget): VerdictKey {
  return { group: ALL_GROUPS, word: nameOf(target), aspect: 'code' };
}

function nameOf(target: StructureTarget): string {
  switch (target.type) {
    case 'code':
      return codeKey(target.codebookId, target.codeId);
    case 'level':
      return levelKey(target.codebookId, target.levelId);
    case 'relation':
      return relationKey(target.codebookId, target.from, target.kind, target.to);
    case 'theory':
      return theoryPrefix(target.codebookId) + target.part;
  }
}

/** The verdict in force for all on one group, word and aspect. */
export function readVerdict(store: Store, { group, word, aspect }: VerdictKey): Verdict | null {
  const row = store.get<{ verdict: string }>(
    'SELECT verdict FROM verdict WHERE group_name = ? AND word = ? AND aspect = ?',
    group,
    word,
    aspect,
  );
  return row === undefined ? null : (JSON.parse(row.verdict) as Verdict);
}

type VerdictRow = VerdictKey & { readonly verdict: string };

const SELECT_VERDICT = 'SELECT group_name AS "group", word, aspect, verdict FROM verdict';

/** The verdicts in force for all, in code point order of group, word and aspect. */
export function readVerdicts(store: Store): DecidedWord[] {
  return store.all<VerdictRow>(`${SELECT_VERDICT} ORDER BY group_name, word, aspect`).map(decidedOf);
}

/** The verdicts that codes and their terms follow: those on codes, and those on mappings in all groups, in the same order. */
export function readVerdictsOnCodes(store: Store): DecidedWord[] {
  const rows = store.all<VerdictRow>(
    `${SELECT_VERDICT} WHERE aspect IN ('code', 'mapping') AND +group_name = ? ORDER BY word, aspect`,
    ALL_GROUPS,
  );
  return rows.map(decidedOf);
}

/** The verdicts that quote a passage, in the same order. */
export function verdictsWithQuote(store: Store): DecidedWord[] {
  return store
    .all<VerdictRow>(
      `${SELECT_VERDICT} WHERE verdict ->> 'quote' IS NOT NULL ORDER BY group_name, word, aspect`,
    )
    .map(decidedOf);
}

/** The verdicts on a word, and those that name it as their target, in no order. */
export function verdictsNaming(store: Store, word: string): DecidedWord[] {
  const rows = store.all<VerdictRow>(
    `${SELECT_VERDICT} WHERE aspect IN ('screening', 'mapping', 'code') AND word = ?
     UNION ${SELECT_VERDICT} WHERE verdict ->> 'into' = ?`,
    word,
    word,
  );
  return rows.map(decidedOf);
}

/** What verdicts name as their targets, each once, in code point order. */
export function targetsOfVerdicts(store: Store): string[] {
  const rows = store.all<{ into: string }>(
    `SELECT DISTINCT verdict ->> 'into' AS "into" FROM verdict WHERE verdict ->> 'into' IS NOT NULL
     ORDER BY verdict ->> 'into'`,
  );
  return rows.map(({ into }) => into);
}

/** What the verdicts for one group are about, those with a target, and the words that readers found, in no order. */
export function questionsOfGroup(
  store: Store,
  group: string,
): {
  readonly decided: readonly Pick<VerdictKey, 'word' | 'aspect'>[];
  readonly targets: readonly (Pick<VerdictKey, 'word' | 'aspect'> & { readonly into: string })[];
  readonly found: readonly string[];
} {
  return {
    decided: store.all('SELECT word, aspect FROM verdict WHERE group_name = ?', group),
    targets: store.all(
      `SELECT word, aspect, verdict ->> 'into' AS "into" FROM verdict
       WHERE group_name = ? AND verdict ->> 'into' IS NOT NULL`,
      group,
    ),
    found: store
      .all<{ word: string }>(
        `SELECT word FROM verdict INDEXED BY verdict_found WHERE group_name = ? AND aspect = 'screening'
         AND (verdict ->> 'kind' = 'add' OR verdict ->> 'added')`,
        group,
      )
      .map(({ word }) => word),
  };
}

/** The verdicts in force for all on one word, by group. */
export function verdictsOnWord(
  store: Store,
  { word, aspect }: Pick<VerdictKey, 'word' | 'aspect'>,
): { readonly group: string; readonly verdict: Verdict; readonly isContested: boolean }[] {
  return store
    .all<{ group: string; verdict: string; isContested: number }>(
      `SELECT group_name AS "group", verdict, is_contested AS isContested FROM verdict
       WHERE word = ? AND aspect = ? ORDER BY group_name`,
      word,
      aspect,
    )
    .map(({ group, verdict, isContested }) => ({
      group,
      verdict: JSON.parse(verdict) as Verdict,
      isContested: isContested === 1,
    }));
}

/** The words that coders judged otherwise and nobody adjudicated, in code point order. */
export function contestedKeys(store: Store): VerdictKey[] {
  return store.all<VerdictKey>(
    `SELECT group_name AS "group", word, aspect FROM verdict WHERE is_contested = 1
     ORDER BY group_name, word, aspect`,
  );
}

/** Puts a verdict in force for all; null leaves the word undecided. */
export function putVerdict(
  store: Store,
  { group, word, aspect }: VerdictKey,
  verdict: Verdict | null,
  isContested = false,
): void {
  if (verdict === null) {
    store.run('DELETE FROM verdict WHERE group_name = ? AND word = ? AND aspect = ?', group, word, aspect);
  } else {
    store.run(
      'INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)',
      group,
      word,
      aspect,
      JSON.stringify(verdict),
      Number(isContested),
    );
  }
}

function decidedOf(row: VerdictRow): DecidedWord {
  return { ...row, verdict: JSON.parse(row.verdict) as Verdict };
}
