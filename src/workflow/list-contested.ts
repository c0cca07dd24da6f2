import type { ContestedRow } from '../model/table-rows.js';
import { standingFor } from '../stages/settle/settle-word.js';
import { readJudgements } from '../store/judgement-table.js';
import type { Store } from '../store/store.js';
import { contestedKeys, readVerdict } from '../store/verdict-table.js';

/** What coders judged otherwise and nobody adjudicated, each coder's verdict in a row of its own, the earliest first. */
export function listContested(store: Store): ContestedRow[] {
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
    }));
  });
}
