import type { Verdict } from '../../model/decisions/verdict.js';
import type { Keyword } from '../../model/keyword.js';
import { chooseView } from '../../project/choose-view.js';
import type { ReadContext } from '../../project/context.js';
import { inView } from '../../project/in-view.js';
import { dictionaryEntry } from '../../stages/segment/jieba.js';
import { nearSynonyms } from '../../stages/weigh/near-synonyms.js';
import { readJudgements } from '../../store/judgement-table.js';
import { differentWords, keywordsOfWord } from '../../store/keyword-table.js';
import { readRuleDrops } from '../../store/ranking-table.js';
import type { Store } from '../../store/store.js';
import { coderOf } from '../coded-tables.js';
import type { ScreeningScope } from './screened-words.js';

/** What a coder said of a word. */
export type WordJudgement = Pick<Verdict, 'coder' | 'kind' | 'into' | 'reason'> & {
  readonly group: string;
  readonly time: string;
};

/** A word that may mean the same. */
export interface NearWord {
  readonly word: string;
  readonly reason: 'shared-head' | 'same-characters';
  readonly similarity: number;
}

/** All that is known of a candidate when somebody looks at it. */
export interface WordDetail {
  readonly word: string;
  /** The first of its groups (or the one that is looked at), and how many there are. */
  readonly keywords: readonly Pick<
    Keyword,
    'group' | 'weight' | 'frequency' | 'reason' | 'detail' | 'countsFor' | 'coder'
  >[];
  readonly groups: number;
  readonly judgements: readonly WordJudgement[];
  /** Why a rule would drop it, whether or not people decided otherwise; null where none would. */
  readonly rule: string | null;
  readonly near: readonly NearWord[];
}

/** So many groups and near-synonyms of a word are shown. */
const MOST = 12;

/** Shows a candidate: what became of it in its groups, who said what, what the rules say, and what may mean the same. */
export function showScreenedWord(
  { store }: ReadContext,
  { word, ...scope }: ScreeningScope & { readonly word: string },
): WordDetail {
  const view = chooseView(store, scope);
  return inView(store, view, { depth: 'mappings', codebooks: [undefined] }, () => {
    const all = keywordsOfWord(store, word);
    const keywords = scope.group === undefined ? all : all.filter(({ group }) => group === scope.group);
    const own = coderOf(view);
    return {
      word,
      keywords: keywords
        .slice(0, MOST)
        .map(({ group, weight, frequency, reason, detail, countsFor, coder }) => ({
          ...{ group, weight, frequency, reason, detail, countsFor, coder },
        })),
      groups: keywords.length,
      judgements: readJudgements(store, { aspect: 'screening', word })
        .filter(({ coder }) => own === undefined || coder === own)
        .map(({ coder, group, time, verdict: { kind, into, reason } }) => ({
          ...{ coder, group, time, kind, reason },
          ...(into !== undefined && { into }),
        })),
      rule: ruleOn(store, word, keywords),
      near: nearWords(store, word),
    };
  });
}

/** The reason of the rule that drops a word, in the first group where one does. */
function ruleOn(store: Store, word: string, keywords: readonly Keyword[]): string | null {
  for (const { group, reason, detail } of keywords.slice(0, MOST)) {
    const said = readRuleDrops(store, group).get(word) ?? (reason === 'rule-drop' ? detail : undefined);
    if (said !== undefined) return said;
  }
  return null;
}

/** The candidates that look like near-synonyms of a word, the most similar first. */
function nearWords(store: Store, word: string): NearWord[] {
  const letters = new Set(word);
  const similar = differentWords(store).filter(
    (other) => other !== word && [...other].filter((letter) => letters.has(letter)).length > 1,
  );
  return nearSynonyms([word, ...similar], dictionaryEntry)
    .flatMap(({ words: [one, other], reason, similarity }) =>
      one === word || other === word ? [{ word: one === word ? other : one, reason, similarity }] : [],
    )
    .slice(0, MOST);
}
