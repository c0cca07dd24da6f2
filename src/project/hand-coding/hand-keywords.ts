import type { CodedPassage } from '../../model/coded-passage.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';

/** A keyword that a team named when they coded a case by hand. */
type HandKeyword = AssignedKeyword & Pick<CodedPassage, 'coder' | 'status'>;

/** The keywords of passages that people coded: each counts once for a case and code, however many coders named it. */
export function handKeywords(passages: readonly CodedPassage[], framework: Framework | null): HandKeyword[] {
  const found = new Map<string, HandKeyword>();
  for (const { origin, polarity, status, coder, caseId, codeId, keywords } of passages) {
    const code = framework?.codes.get(codeId);
    if (!code || origin !== 'person' || polarity !== 'supports') continue;
    for (const word of keywords) {
      const one = { caseId, word, codeId, coreKeyword: code.label.zh, coder, status };
      if (!found.has(keyOf(one))) found.set(keyOf(one), one);
    }
  }
  return [...found.values()];
}

/** Adds keywords of hand coding to those that were mined and screened, where these are not the same already. */
export function withHandKeywords(
  mined: readonly AssignedKeyword[],
  byHand: readonly AssignedKeyword[],
): readonly AssignedKeyword[] {
  if (byHand.length === 0) return mined;
  const known = new Set(mined.map(keyOf));
  return [...mined, ...byHand.filter((one) => !known.has(keyOf(one)))];
}

const keyOf = ({ caseId, word, codeId }: AssignedKeyword) => [caseId, word, codeId].join('\t');
