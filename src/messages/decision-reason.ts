import { adjudicationWord } from '../model/adjudication-word.js';
import type { AdjudicationGrounds } from '../model/decisions/adjudication-grounds.js';
import type { Decision, State } from '../model/decisions/decision.js';
import type { Language } from '../model/language.js';

/**
 * Why something was decided, as a line of the history: the reason, and of an adjudication why coders differed and who took
 * part.
 */
export function decisionReason(
  { kind, reason, after }: Pick<Decision, 'kind' | 'reason' | 'after'>,
  language: Language,
): string {
  const { why, attendees = [] } = kind === 'undo' ? {} : groundsOf(after);
  const isEnglish = language === 'en';
  const took = isEnglish ? `with ${attendees.join(', ')}` : `参与者：${attendees.join('、')}`;
  return [
    ...(why === undefined ? [] : [adjudicationWord(why, language)]),
    ...(reason === '' ? [] : [isEnglish ? reason : reason.replace(OF_SHEET, '（编码表 $1）')]),
    ...(attendees.length === 0 ? [] : [took]),
  ].join(isEnglish ? '; ' : '；');
}

/** What was handed in with a sheet names it behind the memo, in every language the same. */
const OF_SHEET = / ?\[sheet (\S+)\]$/;

function groundsOf(state: State | null): AdjudicationGrounds {
  return state !== null && ('settles' in state || 'verdictOf' in state) ? state : {};
}
