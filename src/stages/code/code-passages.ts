import { type Assignment, MACHINE_CODER } from '../../model/assignment.js';
import type { CodedText, TokenCount } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { buildTermMatcher } from '../../text/term-matcher.js';
import { passagesOf } from './passages.js';

/** The coded passages of one case and the occurrences of every code's terms in it. */
export interface PassageCoding {
  readonly assignments: readonly Assignment[];
  readonly tokens: readonly TokenCount[];
}

/**
 * A coder of passages for one framework: every sentence that holds a label or term of a code, at any level,
 * is proposed as a reference of that code, once however many of its terms stand there.
 */
export function passageCoder(framework: Framework): (coded: CodedText) => PassageCoding {
  const { codebook, termOwners } = framework;
  const matcher = buildTermMatcher([...termOwners.keys()]);
  return (coded) => {
    const { caseId, version, normalized } = coded;
    const passages = passagesOf(coded);
    const references = new Map<string, Assignment>();
    const tokens = new Map<string, number>();
    for (const { term, start } of matcher.find(normalized.text)) {
      const codeId = (termOwners.get(term) as { id: string }).id;
      tokens.set(codeId, (tokens.get(codeId) ?? 0) + 1);
      const index = passages.indexAt(start);
      const key = `${index}\t${codeId}`;
      if (references.has(key)) continue;
      references.set(key, {
        caseId,
        version,
        codebookId: codebook.id,
        codeId,
        keyword: term,
        ...passages.passage(index),
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
