import { passagesWords } from '../../../../messages/web/passages.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import type { ListedCode } from '../../../../workflow/list-codes.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import type { CodingAfter } from '../../../act-on-case.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { revision } from '../../state/live.js';
import { language } from '../../state/preferences.js';
import { changeResource, putResource } from '../../state/resource.js';
import { withPlaces } from './with-places.js';

/** The name of what is known of the coding of a case. */
export const codingKey = (caseId: string, others: boolean) => `coding ${JSON.stringify([caseId, others])}`;

/** What one may do in a case; each act shows what is coded there when it is saved. */
export type ReaderActs = ReturnType<typeof readerActs>;

type NamedCode = Pick<ListedCode, 'id' | 'label'>;

/** Makes the acts on one case. */
export function readerActs(caseId: string, others: boolean) {
  const say = readerWords[language.value];
  const of = passagesWords[language.value];
  const on = { caseId, others };
  const key = codingKey(caseId, others);
  const take = (after: CodingAfter | null): readonly ReadPassage[] => {
    const at = revision.value ?? 0;
    if (after === null) return [];
    if ('whole' in after) {
      putResource(key, after.whole, at);
      return after.whole.passages;
    }
    changeResource<ReadCoding>(key, { from: after.seen, at }, (coding) => withPlaces(coding, after));
    return after.passages;
  };
  const codingOf = ({ start, end, codeId, polarity }: ReadPassage) => ({
    ...on,
    start,
    end,
    code: codeId,
    polarity,
  });
  return {
    code: (span: Span, { id, label }: NamedCode) =>
      act(
        (seen) => api.passages.code.$post({ json: { seen, ...on, ...span, codes: [id] } }),
        say.coded(label),
      ).then(take),
    /** Gives a code that is founded by it. */
    found: (span: Span, name: string) =>
      act(
        (seen) => api.passages.code.$post({ json: { seen, ...on, ...span, codes: [name], founds: name } }),
        say.coded(name),
      ).then(take),
    inVivo: (span: Span, words: string) =>
      act((seen) => api.passages['in-vivo'].$post({ json: { seen, ...on, ...span } }), say.coded(words)).then(
        take,
      ),
    recode: (passage: ReadPassage, { id, label }: NamedCode) =>
      act(
        (seen) => api.passages.recode.$post({ json: { seen, ...codingOf(passage), to: id } }),
        of.recoded(label),
      ).then(take),
    /** Moves the edges of an own coding. */
    move: (passage: ReadPassage, to: Span) =>
      act(
        (seen) => api.passages.move.$post({ json: { seen, ...codingOf(passage), to } }),
        say.moved(passage.code),
      ).then(take),
    /** Says that a passage speaks against its code, or for it again. */
    turn: (passage: ReadPassage) =>
      act(
        (seen) => api.passages.turn.$post({ json: { seen, ...codingOf(passage) } }),
        passage.polarity === 'contradicts' ? of.turnedFor(passage.code) : of.turnedAgainst(passage.code),
      ).then(take),
    uncode: (passage: ReadPassage) =>
      act(
        (seen) => api.passages.uncode.$post({ json: { seen, ...codingOf(passage) } }),
        say.uncoded(passage.code),
      ).then(take),
    review: ({ id, code, start, end }: ReadPassage, says: 'confirm' | 'reject') =>
      act(
        (seen) => api.passages.review.$post({ json: { seen, ...on, start, end, passage: id, says } }),
        says === 'confirm' ? of.confirmed(code) : of.rejected(code),
      ).then(take),
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
