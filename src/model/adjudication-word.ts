import { type AdjudicationReason, adjudicationReasons } from './adjudication-reason.js';
import type { Language } from './language.js';

const WORDS: Readonly<Record<AdjudicationReason, Readonly<Record<Language, string>>>> = {
  'text-ambiguous': { zh: '原文有歧义', en: 'text ambiguous' },
  'rule-missing': { zh: '缺少规则', en: 'rule missing' },
  slip: { zh: '疏忽', en: 'slip' },
  'edge-case': { zh: '边界例', en: 'edge case' },
  'definition-changed': { zh: '定义已改', en: 'definition changed' },
};

/** The word in a language for why coders differ. */
export function adjudicationWord(why: AdjudicationReason, language: Language): string {
  return WORDS[why][language];
}

/** Why coders differ by the word for it in any language, however wide it was typed. */
export function adjudicationReasonOf(word: string): AdjudicationReason | undefined {
  const plain = word.normalize('NFKC').trim().toLowerCase();
  return adjudicationReasons.find((why) => why === plain || Object.values(WORDS[why]).includes(plain));
}
