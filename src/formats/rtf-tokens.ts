/** A piece of a file in Rich Text Format: the bytes of a text, a control word with its number, or an end of a group. */
export type RtfToken =
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'word'; readonly word: string; readonly number: number | undefined }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

const [OPEN, CLOSE, BACKSLASH, QUOTE, BLANK, MINUS] = [0x7b, 0x7d, 0x5c, 0x27, 0x20, 0x2d];
const HEX = /^[0-9a-f]{2}$/i;
const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** The tokens of a file; a sign behind a backslash is a word of its own, and the bytes of binary data are passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  const textOf = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    at += 1;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte !== BACKSLASH) {
      if (byte !== 0x0d && byte !== 0x0a && byte !== 0) yield { kind: 'byte', byte };
    } else if (bytes[at] === QUOTE) {
      const hex = textOf(at + 1, at + 3);
      if (HEX.test(hex)) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
      at += 3;
    } else if (isLetter(bytes[at] ?? 0)) {
      const start = at;
      while (isLetter(bytes[at] ?? 0) && at - start < LONGEST_WORD) at += 1;
      const word = textOf(start, at);
      const digits = at;
      if (bytes[at] === MINUS) at += 1;
      while (isDigit(bytes[at] ?? 0) && at - digits < LONGEST_NUMBER) at += 1;
      const number = Number.parseInt(textOf(digits, at), 10);
      if (bytes[at] === BLANK) at += 1;
      if (word === 'bin') at += Math.max(0, number || 0);
      else yield { kind: 'word', word, number: Number.isNaN(number) ? undefined : number };
    } else {
      const sign = textOf(at, at + 1);
      at += 1;
      // A line end behind a backslash ends a paragraph.
      if (sign !== '') yield { kind: 'word', word: /[\r\n]/.test(sign) ? 'par' : sign, number: undefined };
    }
  }
}

const LONGEST_WORD = 32;
const LONGEST_NUMBER = 11;
