/** Bytes of a text in an encoding that Node only decodes: the decoder turned round. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le');
    return Uint8Array.from(encoding === 'utf-16le' ? bytes : bytes.swap16());
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = character < '\x80' ? [character.charCodeAt(0)] : table.get(character);
      if (bytes === undefined) throw new RangeError(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

/** Whether an encoding of two bytes a character holds every character of a text. */
export function canEncode(text: string, encoding: string): boolean {
  const table = tableOf(encoding);
  return [...text].every((character) => character < '\x80' || table.has(character));
}

const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly [number, number]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0xfe; lead >= 0x81; lead -= 1) {
    for (let trail = 0xfe; trail >= 0x40; trail -= 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !/[\ufffd\p{Co}]/u.test(character))
        table.set(character, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}
