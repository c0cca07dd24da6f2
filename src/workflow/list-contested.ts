import type { Framework } from '../model/framework.js';
import type { ContestedRow } from '../model/table-rows.js';
import { contestedSentences } from '../project/contested-sentences.js';
import { standingFor } from '../stages/settle/settle-word.js';
import { readJudgements } from '../store/judgement-table.js';
import type { Store } from '../store/store.js';
import { contestedKeys, readVerdict } from '../store/verdict-table.js';
import { passageId } from '../text/passage-id.js';

/**
 * What coders judged otherwise and nobody adjudicated about words and, under a codebook, about sentences (of one batch); each
 * coder's verdict in a row of its own, the earliest first.
 */
export function listContested(
  store: Store,
  framework: Framework | null,
  batch: string | undefined,
): ContestedRow[] {
  const ofSentences = framework ? contestedVerdicts(store, framework, batch) : [];
  return [...contestedWords(store), ...ofSentences];
}

function contestedWords(store: Store): ContestedRow[] {
  return contestedKeys(store).flatMap((key) => {
    const { group, word, aspect } = key;
    if (aspect === 'code') return [];
    const inForce = readVerdict(store, key)?.decisionId;
    return standingFor(readJudgements(store, { aspect, word }), group).map(({ coder, verdict }) => ({
      group,
      word,
      question: aspect,
      coder,
      verdict: verdict.kind,
      into: verdict.into ?? null,
      reason: verdict.reason,
      inForce: verdict.decisionId === inForce,
      passage: null,
      quote: null,
    }));
  });
}

function contestedVerdicts(
  store: Store,
  { codebook, codes }: Framework,
  batch: string | undefined,
): ContestedRow[] {
  return contestedSentences(store, codebook.id, { batch }).flatMap(({ caseId, codeId, verdicts, inForce }) =>
    verdicts.map(({ coder, judgements: [judgement] }) => ({
      group: caseId,
      word: codes.get(codeId)?.label.zh ?? codeId,
      question: 'passage' as const,
      coder,
      verdict: judgement?.verdict.says ?? 'silence',
      into: null,
      reason: judgement?.verdict.reason ?? '',
      inForce: coder === inForce.coder,
      passage: judgement ? passageId(judgement) : null,
      quote: judgement?.verdict.quote ?? null,
    })),
  );
}
