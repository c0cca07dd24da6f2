import type { Code } from '../../model/codebook.js';
import { type CodedPassage, MACHINE_CODER } from '../../model/coded-passage.js';
import type { CodedText, TokenCount } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { matchFinder, type PassageMatch } from './find-matches.js';
import type { Passages } from './passages.js';

/** The coded passages of one case and the occurrences of every code's terms in it. */
export interface PassageCoding {
  readonly assignments: readonly CodedPassage[];
  readonly tokens: readonly TokenCount[];
}

/** The terms and the rules that led to one reference, in the order of the text. */
interface Triggers {
  readonly keywords: Set<string>;
  readonly rules: Set<string>;
}

/**
 * A coder of passages for one framework: every sentence that holds a label, term or rule of a code, at any
 * level, is proposed as a reference of that code, once with all the terms and rules that led to it; likewise every
 * sentence that denies it as a passage that contradicts the code. It can be limited to some codes, as `matchFinder` can.
 */
export function passageCoder(
  framework: Framework,
  codes?: readonly Code[],
): (coded: CodedText, passages?: Passages) => PassageCoding {
  const findMatches = matchFinder(framework, codes);
  const codebookId = framework.codebook.id;
  return (coded, given) => {
    const { caseId, version } = coded;
    const { passages, matches } = findMatches(coded, given);
    const references = new Map<string, PassageMatch & Triggers>();
    const tokens = new Map<string, number>();
    for (const match of matches) {
      const { code, sentence, keyword, rule, polarity } = match;
      if (rule === null && polarity === 'supports') tokens.set(code.id, (tokens.get(code.id) ?? 0) + 1);
      const key = `${sentence}\t${code.id}\t${polarity}`;
      const reference = references.get(key) ?? { ...match, keywords: new Set(), rules: new Set() };
      if (rule === null) reference.keywords.add(keyword);
      else reference.rules.add(rule);
      references.set(key, reference);
    }
    return {
      assignments: Array.from(references.values(), ({ code, sentence, polarity, keywords, rules }) => ({
        caseId,
        version,
        codebookId,
        codeId: code.id,
        polarity,
        keywords: [...keywords],
        rules: [...rules],
        ...passages.passage(sentence),
        origin: 'rule' as const,
        coder: MACHINE_CODER,
        status: 'proposed' as const,
        decisionId: null,
      })),
      tokens: [...tokens].map(([codeId, count]) => ({ caseId, codeId, tokens: count })),
    };
  };
}
