import type { CodedText } from '../model/coded-text.js';
import { type Passages, passagesOf } from '../stages/code/passages.js';
import type { Store } from '../store/store.js';
import { once } from '../text/once.js';
import { readCodedText } from './coded-texts.js';

/** The text of a case as coding reads it, and its sentences once they are asked for. */
interface RememberedText {
  readonly coded: CodedText;
  readonly passages: () => Passages;
}

/** Reads the text of a case version. */
export type TextMemory = (caseId: string, version: string) => RememberedText;

/** UTF-16 units of raw text that are remembered, some 8 bytes each: whoever decides asks for the same cases again and again. */
const MOST = 8_000_000;

/** Makes a reader of texts that remembers them; it holds as long as the same of each text counts. */
export function textMemory(store: Store): TextMemory {
  const known = new Map<string, RememberedText>();
  let units = 0;
  return (caseId, version) => {
    const key = JSON.stringify([caseId, version]);
    const remembered = known.get(key);
    if (remembered) return remembered;
    const coded = readCodedText(store, caseId, version);
    const read = { coded, passages: once(() => passagesOf(coded)) };
    if (units + coded.text.length > MOST) {
      known.clear();
      units = 0;
    }
    known.set(key, read);
    units += coded.text.length;
    return read;
  };
}
