interface Repertoire {
  readonly gb2312: ReadonlySet<string>;
  readonly big5: ReadonlySet<string>;
}

/** Built on first use, out of the decoders of both encodings. */
let built: Repertoire | undefined;

/** Whether texts in simplified characters have this one, too: 著, 乾, 後 and all others of GB 2312. */
export function isSimplified(character: string): boolean {
  return repertoire().gb2312.has(character);
}

/** Counts the characters of a text that only simplified writing has: those of GB 2312 that Big5 lacks. */
export function countSimplified(text: string): number {
  const { gb2312, big5 } = repertoire();
  let count = 0;
  for (const character of text) if (gb2312.has(character) && !big5.has(character)) count += 1;
  return count;
}

function repertoire(): Repertoire {
  built ??= {
    gb2312: charactersOf('gbk', { first: 0xb0, last: 0xf7, trails: [[0xa1, 0xfe]] }),
    big5: charactersOf('big5', {
      first: 0xa4,
      last: 0xf9,
      trails: [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    }),
  };
  return built;
}

/** The characters of two bytes of an encoding. */
function charactersOf(
  encoding: string,
  { first, last, trails }: { first: number; last: number; trails: readonly (readonly [number, number])[] },
): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let lead = first; lead <= last; lead += 1) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail += 1) {
        characters.add(decoder.decode(Uint8Array.of(lead, trail)));
      }
    }
  }
  return characters;
}
