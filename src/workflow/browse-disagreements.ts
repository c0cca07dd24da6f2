import { lettersOf } from '../model/coder-letter.js';
import type { Span } from '../model/span.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { type AgreedCounts, countAgreed } from '../project/count-agreed.js';
import { hiddenGroupTest } from '../project/hidden-cases.js';
import { sentenceWindows, type Window } from '../project/sheets/sentence-window.js';
import { readAllDone } from '../store/case-done-table.js';
import { codersInOrder } from '../store/coder-table.js';
import { casesCodedBy } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import {
  type Disagreement,
  type DisputedPlace,
  type DisputedQuestion,
  type DisputedVerdict,
  findDisagreements,
} from './find-disagreements.js';

/** Who looks at disagreements, how, and which part of them is given. */
export interface DisagreementsAsked {
  readonly coder: string;
  /** Letters stand in the place of names, the same ones as in sheets, and nothing that people wrote is shown. */
  readonly hideNames?: boolean | undefined;
  /** Also those in cases that the coder began and is not done with, and about the words of their groups. */
  readonly withUnfinished?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** A disagreement as it is read: where it is, and what each coder says. */
export interface BrowsedDisagreement {
  readonly id: string;
  /** The words of a sentence with what is before and behind it; null for a word. */
  readonly sentence: (Span & Pick<Window, 'parts' | 'paragraph' | 'sentence'>) | null;
  /** The case of a sentence, or the group of a word. */
  readonly place: string;
  readonly word: string | null;
  /** Names, or letters where they are hidden; in the order of their first decisions. */
  readonly coders: readonly string[];
  readonly questions: readonly DisputedQuestion[];
}

/** A part of what coders differ about. */
export interface BrowsedDisagreements {
  readonly counts: AgreedCounts;
  readonly total: number;
  /** Those that are not shown, because the coder is not done with their cases or some of their group. */
  readonly unfinished: number;
  readonly rows: readonly BrowsedDisagreement[];
}

const LIMIT = 20;

/** Gives a part of what coders differ about, words first, then sentences in the order of the cases and places. */
export function browseDisagreements({ store }: ReadContext, asked: DisagreementsAsked): BrowsedDisagreements {
  const { coder, hideNames = false, withUnfinished = false, offset = 0, limit = LIMIT } = asked;
  const codebook = codebookInForce(store)?.codebook ?? null;
  const all = findDisagreements(store, codebook);
  const hidden = new Set(withUnfinished ? [] : unfinishedCases(store, codebook?.id, coder));
  const isHiddenGroup = hiddenGroupTest(store, hidden);
  const open = all.filter(({ about }) =>
    about.type === 'word' ? !isHiddenGroup(about.group) : !hidden.has(about.caseId),
  );
  const order = codersInOrder(store);
  const windowOf = sentenceWindows(store);
  return {
    counts: countAgreed(store, codebook?.id, hidden),
    total: open.length,
    unfinished: all.length - open.length,
    rows: open
      .slice(offset, offset + limit)
      .map((one) => readOne(one.read(), { order, hideNames, windowOf })),
  };
}

/** Finds the cases in which a coder coded passages without being done: what others say there would guide them. */
function unfinishedCases(store: Store, codebookId: string | undefined, coder: string): string[] {
  if (codebookId === undefined) return [];
  const begun = [...casesCodedBy(store, codebookId, coder)];
  if (begun.length === 0) return [];
  const done = new Set(
    readAllDone(store).flatMap((one) =>
      one.coder === coder && one.codebookId === codebookId ? one.caseId : [],
    ),
  );
  return begun.filter((caseId) => !done.has(caseId));
}

function readOne(
  { id, about, questions }: Disagreement,
  {
    order,
    hideNames,
    windowOf,
  }: {
    readonly order: readonly string[];
    readonly hideNames: boolean;
    readonly windowOf: ReturnType<typeof sentenceWindows>;
  },
): BrowsedDisagreement {
  const placeOf = (coder: string) => order.indexOf(coder);
  const nameOf = (coder: string) => (hideNames ? lettersOf(placeOf(coder)) : coder);
  const coders = [...new Set(questions.flatMap(({ verdicts }) => verdicts.map(({ coder }) => coder)))];
  const shown = (verdict: DisputedVerdict): DisputedVerdict => ({
    ...verdict,
    coder: nameOf(verdict.coder),
    reason: hideNames ? '' : verdict.reason,
  });
  const isWord = about.type === 'word';
  return {
    id,
    sentence: isWord ? null : sentenceOf(about),
    place: isWord ? about.group : about.caseId,
    word: isWord ? about.word : null,
    coders: coders
      .sort((one, other) => placeOf(one) - placeOf(other) || compareByCodePoint(one, other))
      .map(nameOf),
    questions: questions.map((one) => ({ ...one, verdicts: one.verdicts.map(shown) })),
  };

  function sentenceOf(place: Extract<DisputedPlace, { type: 'sentence' }>) {
    const { parts, paragraph, sentence } = windowOf(place);
    return { start: place.start, end: place.end, parts, paragraph, sentence };
  }
}
