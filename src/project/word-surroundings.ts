import type { Surroundings } from '../stages/screen/place-names.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedString } from '../store/counted-text.js';
import type { Store } from '../store/store.js';

/** UTF-16 units read before and behind an occurrence. */
const REACH = { before: 8, after: 200 };
/** Occurrences of a word in a case beyond which more say nothing new. */
const ENOUGH = 50;

/** Makes a reader of what stands around a word in the clean texts of a group; a text is read when it is asked for. */
export function surroundingsReader(
  groups: ReadonlyMap<string, readonly string[]>,
  textOf: (caseId: string) => string,
): (group: string, word: string) => Surroundings[] {
  return (group, word) => (groups.get(group) ?? []).flatMap((caseId) => surroundingsOf(word, textOf(caseId)));
}

/** Makes a reader of the counted texts of cases, which remembers the last one. */
export function countedTextReader(store: Store): (caseId: string) => string {
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  let last = { caseId: '', text: '' };
  return (caseId) => {
    // The words of a group are asked for one after another: a group of one case reads it once.
    if (last.caseId !== caseId) {
      last = { caseId, text: readCountedString(store, caseId, versions.get(caseId) ?? '') };
    }
    return last.text;
  };
}

function surroundingsOf(word: string, text: string): Surroundings[] {
  const found: Surroundings[] = [];
  for (let at = text.indexOf(word); at >= 0 && found.length < ENOUGH; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    found.push({
      before: text.slice(Math.max(0, at - REACH.before), at),
      after: text.slice(end, end + REACH.after),
    });
  }
  return found;
}
