import type { Polarity } from '../model/coded-passage.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { matchFinder } from '../stages/code/find-matches.js';
import { readCountedText } from '../store/counted-text.js';

/** Why a passage of a case is proposed for a code; `rule` is null where a label or term stands there. */
export interface ExplainedPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly code: string;
  readonly codeId: string;
  readonly keyword: string;
  readonly rule: string | null;
  readonly polarity: Polarity;
}

/**
 * Every passage of a case that terms and rules code under a view, and by which.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function explainCase(
  { store }: ReadContext,
  caseId: string,
  { codebook, ...request }: CodedRequest = {},
): ExplainedPassage[] {
  const reading = { depth: 'codebooks', codebooks: [codebook] } as const;
  const framework = inView(store, chooseView(store, request), reading, () => frameworkInUse(store, codebook));
  const findMatches = matchFinder(framework);
  const { id, version, text } = requireOpenCase(store, caseId);
  const normalized = readCountedText(store, id, version);
  if (!normalized) throw new Error(`case ${id} has no clean text`);
  const { passages, matches } = findMatches({ caseId: id, version, text, normalized });
  return matches.map(({ code, sentence, keyword, rule, polarity }) => {
    const { start, end, cleanQuote: quote } = passages.passage(sentence);
    return { start, end, quote, code: code.label.zh, codeId: code.id, keyword, rule, polarity };
  });
}
