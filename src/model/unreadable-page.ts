/** A page, from 1, with characters of which no font says what they are, and how many it has in all, blanks aside. */
export interface UnreadablePage {
  readonly page: number;
  readonly unreadable: number;
  readonly characters: number;
}
