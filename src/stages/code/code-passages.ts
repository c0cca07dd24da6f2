import { type Assignment, MACHINE_CODER } from '../../model/assignment.js';
import type { CodedText, TokenCount } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { matchFinder } from './find-matches.js';
import type { Passages } from './passages.js';

/** The coded passages of one case and the occurrences of every code's terms in it. */
export interface PassageCoding {
  readonly assignments: readonly Assignment[];
  readonly tokens: readonly TokenCount[];
}

/**
 * A coder of passages for one framework: every sentence that holds a label, term or rule of a code, at any
 * level, is proposed as a reference of that code, once however much of it stands there; likewise every sentence
 * that denies it as a passage that contradicts the code.
 */
export function passageCoder(framework: Framework): (coded: CodedText, passages?: Passages) => PassageCoding {
  const findMatches = matchFinder(framework);
  const codebookId = framework.codebook.id;
  return (coded, given) => {
    const { caseId, version } = coded;
    const { passages, matches } = findMatches(coded, given);
    const references = new Map<string, Assignment>();
    const tokens = new Map<string, number>();
    for (const { code, sentence, keyword, rule, polarity } of matches) {
      const codeId = code.id;
      if (rule === null && polarity === 'supports') tokens.set(codeId, (tokens.get(codeId) ?? 0) + 1);
      const key = `${sentence}\t${codeId}\t${polarity}`;
      if (references.has(key)) continue;
      references.set(key, {
        caseId,
        version,
        codebookId,
        codeId,
        polarity,
        keyword,
        ...passages.passage(sentence),
        origin: 'rule',
        coder: MACHINE_CODER,
        status: 'proposed',
        decisionId: null,
      });
    }
    return {
      assignments: [...references.values()],
      tokens: [...tokens].map(([codeId, count]) => ({ caseId, codeId, tokens: count })),
    };
  };
}
