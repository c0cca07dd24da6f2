/** What takes no room in print: marks on other characters, and those that only direct. */
const WITHOUT_ROOM = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** What is set as wide as it is high. */
const FULL_WIDTH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60“”‘’—…·×（）]/u;

/** How wide a text is in print, in half-width characters: a Han character takes two. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (FULL_WIDTH.test(character)) width += 2;
    else if (!WITHOUT_ROOM.test(character)) width += 1;
  }
  return width;
}
