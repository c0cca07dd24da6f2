import { passagesWords } from '../../../../messages/web/passages.js';
import type { BrowsedPassage, BrowsedPassages } from '../../../../workflow/browse-passages.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { revision } from '../../state/live.js';
import { language } from '../../state/preferences.js';
import { putResource, refetchAll, useResource } from '../../state/resource.js';

/** Passages that are fetched at once. */
export const PAGE = 50;

/** Which passages a column shows. */
export interface ColumnAsked {
  readonly code: string;
  readonly beside: string | null;
  readonly caseId: string | null;
  readonly against: boolean;
  readonly others: boolean;
  readonly offset: number;
}

/** How the names of all pages of passages begin. */
const KIND = 'compare ';

const keyOf = (asked: ColumnAsked) => `${KIND}${JSON.stringify(asked)}`;

/** A page of the passages of a code. */
export function usePassages(asked: ColumnAsked) {
  const { code, beside, caseId, against, others, offset } = asked;
  const query = {
    code,
    ...(beside !== null && { beside }),
    ...(caseId !== null && { case: caseId }),
    against: against ? ('1' as const) : ('0' as const),
    others: others ? ('1' as const) : ('0' as const),
    offset: String(offset),
    limit: String(PAGE),
  };
  return useResource(keyOf(asked), (sending) => api.compare.$get({ query }, sending));
}

/** Makes the acts on passages of a column; each shows what is said of its passage when it is saved. */
export function passageActs(asked: ColumnAsked, shown: () => BrowsedPassages | null) {
  const say = passagesWords[language.value];
  const { others } = asked;
  const take = (row: BrowsedPassage) => (read: Partial<BrowsedPassage> | null) => {
    const all = shown();
    if (read === null || all === null) return false;
    const rows = all.rows.map((one) => (one.id === row.id ? { ...one, ...read } : one));
    putResource(keyOf(asked), { ...all, rows }, revision.value ?? 0);
    return true;
  };
  const place = ({ id, caseId, start, end }: BrowsedPassage) => ({ others, id, caseId, start, end });
  const codingOf = (row: BrowsedPassage) => ({ ...place(row), code: row.codeId, polarity: row.polarity });
  return {
    /** What is shown then is no revision of the project: each column asks for its passages again. */
    showProposals: (cases: readonly string[]) =>
      act((seen) => api.compare.proposals.$post({ json: { seen, cases: [...cases] } }), null).then(() =>
        refetchAll(KIND),
      ),
    review: (row: BrowsedPassage, says: 'confirm' | 'reject') =>
      act(
        (seen) => api.compare.review.$post({ json: { seen, ...place(row), says } }),
        says === 'confirm' ? say.confirmed(row.code) : say.rejected(row.code),
      ).then(take(row)),
    recode: (row: BrowsedPassage, to: { readonly id: string; readonly label: string }) =>
      act(
        (seen) => api.compare.recode.$post({ json: { seen, ...codingOf(row), to: to.id } }),
        say.recoded(to.label),
      ),
    /** Says that it speaks against its code, or for it again. */
    turn: (row: BrowsedPassage) =>
      act(
        (seen) => api.compare.turn.$post({ json: { seen, ...codingOf(row) } }),
        row.polarity === 'contradicts' ? say.turnedFor(row.code) : say.turnedAgainst(row.code),
      ),
  };
}
