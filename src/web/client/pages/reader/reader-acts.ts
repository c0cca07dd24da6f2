import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { revision } from '../../state/live.js';
import { language } from '../../state/preferences.js';
import { putResource } from '../../state/resource.js';

/** The name of what is known of the coding of a case. */
export const codingKey = (caseId: string, others: boolean) => `coding ${JSON.stringify([caseId, others])}`;

/** What one may do in a case; each act shows what is coded there when it is saved. */
export type ReaderActs = ReturnType<typeof readerActs>;

/** Makes the acts on one case. */
export function readerActs(caseId: string, others: boolean) {
  const say = readerWords[language.value];
  const on = { caseId, others };
  const take = (coding: ReadCoding | null): ReadCoding | null => {
    if (coding !== null) putResource(codingKey(caseId, others), coding, revision.value ?? 0);
    return coding;
  };
  return {
    code: (span: Span, code: string) =>
      act(
        (seen) => api.passages.code.$post({ json: { seen, ...on, ...span, codes: [code] } }),
        say.coded(code),
      ).then(take),
    inVivo: (span: Span, words: string) =>
      act((seen) => api.passages['in-vivo'].$post({ json: { seen, ...on, ...span } }), say.coded(words)).then(
        take,
      ),
    recode: ({ start, end, codeId }: ReadPassage, to: string) =>
      act(
        (seen) => api.passages.recode.$post({ json: { seen, ...on, start, end, code: codeId, to } }),
        say.recoded(to),
      ).then(take),
    uncode: ({ start, end, codeId, code }: ReadPassage) =>
      act(
        (seen) => api.passages.uncode.$post({ json: { seen, ...on, start, end, code: codeId } }),
        say.uncoded(code),
      ).then(take),
    review: ({ id, code }: ReadPassage, says: 'confirm' | 'reject') =>
      act(
        (seen) => api.passages.review.$post({ json: { seen, ...on, passage: id, says } }),
        says === 'confirm' ? say.confirmed(code) : say.rejected(code),
      ).then(take),
    note: ({ id }: ReadPassage, text: string) =>
      act((seen) => api.passages.memo.$post({ json: { seen, ...on, passage: id, text } }), say.noted).then(
        take,
      ),
    done: (notYet: boolean) =>
      act(
        (seen) => api.cases[':id'].done.$post({ param: { id: caseId }, json: { seen, notYet, others } }),
        notYet ? say.notDoneToast : say.doneToast,
      ).then(take),
    check: (codingOf: string, notYet: boolean) =>
      act(
        (seen) =>
          api.cases[':id'].checked.$post({ param: { id: caseId }, json: { seen, codingOf, notYet, others } }),
        say.checkedToast,
      ).then(take),
    showProposals: () =>
      act(
        (seen) => api.cases[':id'].proposals.$post({ param: { id: caseId }, json: { seen, others } }),
        null,
      ).then(take),
  };
}
