import type { Language } from '../model/language.js';
import type { View } from '../model/view.js';

/** Says whose verdicts the rows follow, as part of a sentence; null for what is settled. */
export function describeView(view: View, language: Language): string | null {
  if (view.kind === 'settled') return null;
  const { kind, coder } = view;
  if (language === 'zh') {
    const own = `只按 ${coder} 的判定`;
    return kind === 'coder' ? own : `${own}，不含由他人判定而来的内容（盲编）`;
  }
  const own = `verdicts of ${coder} alone`;
  return kind === 'coder' ? own : `${own}, nothing that follows from those of others (blind)`;
}
