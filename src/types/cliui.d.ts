/** cliui 9 ships no types: the part of it that we use. Widths are terminal columns; a Han character takes two. */
declare module 'cliui' {
  export interface Column {
    text: string;
    width?: number;
    align?: 'right' | 'center';
    /** Blank cells at the top, right, bottom and left. */
    padding?: [number, number, number, number];
    border?: boolean;
  }

  export interface UI {
    /** Adds a row of columns; one string may lay out many rows by its tabs and newlines. */
    div(...columns: (string | Column)[]): void;
    /** Like `div`, but the next row goes on in the same line. */
    span(...columns: (string | Column)[]): void;
    resetOutput(): void;
    toString(): string;
  }

  /** `width` defaults to the terminal's, `wrap` to true. */
  export default function ui(options?: { width?: number; wrap?: boolean }): UI;
}
