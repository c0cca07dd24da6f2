import { useState } from 'preact/hooks';
import { passagesWords } from '../../../../messages/web/passages.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import type { ListedCode } from '../../../../workflow/list-codes.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { showToast } from '../../state/acts.js';
import { language } from '../../state/preferences.js';
import { numbersOf, type ReadPlaces, wordsOf } from './read-places.js';
import type { ReaderActs } from './reader-acts.js';

/** What the picker of codes was opened for. */
export type PickerUse = 'code' | 'recode' | 'marker';

/** What is selected in the text, with which code every selection is marked, and what the picker is open for. */
export function useCoding({
  places,
  acts,
  chosen,
  choose,
}: {
  readonly places: ReadPlaces;
  readonly acts: ReaderActs;
  readonly chosen: ReadPassage | null;
  readonly choose: (passage: string | null) => void;
}) {
  const [selected, setSelected] = useState<Span | null>(null);
  const [marker, setMarker] = useState<ListedCode | null>(null);
  const [dialog, setDialog] = useState<PickerUse | null>(null);
  /** Goes to what was coded just now. */
  const goTo = (span: Span, code: string) => (passages: readonly ReadPassage[]) => {
    const made = passages.find(
      (one) =>
        one.start === span.start &&
        one.end === span.end &&
        (one.codeId === code || lettersOf(one.code) === lettersOf(code)),
    );
    if (!made) return;
    // Somebody may have selected on meanwhile.
    setSelected((now) => (now === span ? null : now));
    choose(made.id);
  };
  const code = (span: Span, named: ListedCode) => void acts.code(span, named).then(goTo(span, named.id));
  return {
    selected,
    marker,
    setMarker,
    dialog,
    setDialog,
    select: (span: Span | null) => {
      if (span && marker) code(span, marker);
      setSelected(span);
    },
    pick: (picked: ListedCode) => {
      setDialog(null);
      if (dialog === 'marker') setMarker(picked);
      else if (dialog === 'recode' && chosen) {
        void acts.recode(chosen, picked).then(goTo(chosen, picked.id));
      } else if (selected) code(selected, picked);
    },
    found: (name: string) => {
      if (selected) void acts.found(selected, name).then(goTo(selected, name));
    },
    inVivo: () => {
      if (!selected) return;
      const words = wordsOf(places, selected);
      void acts.inVivo(selected, words).then(goTo(selected, words));
    },
  };
}

/** A code that is founded may get its name without blanks of the text. */
const lettersOf = (name: string) => name.replaceAll(/\s/g, '');

/** Puts the words of a span with their place on the clipboard. */
export async function copyQuote(places: ReadPlaces, span: Span, caseId: string): Promise<void> {
  const say = readerWords[language.value];
  const numbers = numbersOf(places, span);
  const place = numbers
    ? passagesWords[language.value].place(caseId, numbers.paragraph, numbers.sentence)
    : '';
  await navigator.clipboard.writeText(`${say.quote(wordsOf(places, span))}${place}`);
  showToast({ text: say.copied, kind: 'done', canUndo: false });
}
