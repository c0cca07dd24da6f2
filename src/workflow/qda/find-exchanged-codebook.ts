import { type Codebook, GROWING } from '../../model/codebook.js';
import type { QdaProject } from '../../model/qda-project.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import { idsOfUsedCodebooks } from '../../project/find-code.js';
import { shareOfCodes } from '../../project/qda/match-codes.js';
import type { Store } from '../../store/store.js';
import { namedCodebook } from '../export-codebook.js';

/** A codebook in use, before and after decisions, and the id that it has in exchanged files. */
export interface ExchangedCodebook {
  readonly base: Codebook;
  readonly codebook: Codebook;
  readonly writtenId: string;
}

/** Finds the codebook in use that the codes of a file are of: that of its id, else the one that has most of its codes, and at least half. */
export function findExchangedCodebook(
  store: Store,
  project: QdaProject,
  id: string,
): ExchangedCodebook | null {
  const used = idsOfUsedCodebooks(store).flatMap((one) => {
    const found = codebookInForce(store, one);
    if (!found || (one === GROWING.id && found.codebook.codes.length === 0)) return [];
    return [{ ...found, writtenId: namedCodebook(found.codebook).id }];
  });
  const own = used.find(({ writtenId }) => writtenId === id);
  if (own) return own;
  const shares = used.map((one) => ({ one, share: shareOfCodes(project, one.writtenId, one.codebook) }));
  const best = shares.reduce<(typeof shares)[number] | null>(
    (most, next) => (most && most.share >= next.share ? most : next),
    null,
  );
  return best && best.share >= 0.5 ? best.one : null;
}
