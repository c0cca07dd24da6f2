import { CFB } from '@e965/xlsx';

const GLOBALS = 0x05;
const SHEET = 0x10;

/** A workbook as Excel 95 wrote it: texts in bytes of an encoding, and a code page that may be another. */
export function oldExcelFile(
  rows: readonly (readonly string[])[],
  encode: (text: string) => Uint8Array,
  codePage?: number,
  sheetName = 'Sheet1',
): Uint8Array {
  const name = encode(sheetName);
  const globals = (sheetAt: number) =>
    Buffer.concat([
      begin(GLOBALS),
      ...(codePage === undefined ? [] : [record(0x42, words(codePage))]),
      record(0x85, [...words(sheetAt & 0xffff, sheetAt >> 16), 0, 0, name.length, ...name]),
      record(0x0a, []),
    ]);
  const labels = rows.flatMap((row, at) =>
    row.map((text, column) => {
      const bytes = encode(text);
      return record(0x204, [...words(at, column, 0, bytes.length), ...bytes]);
    }),
  );
  const size = words(0, rows.length, 0, Math.max(...rows.map(({ length }) => length)), 0);
  const sheet = [begin(SHEET), record(0x200, size), ...labels, record(0x0a, [])];
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/Book', Buffer.concat([globals(globals(0).length), ...sheet]));
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

const begin = (kind: number) => record(0x809, words(0x500, kind, 0, 0));
const words = (...values: number[]) => values.flatMap((value) => [value & 0xff, value >> 8]);
const record = (type: number, body: Iterable<number>) => {
  const bytes = Uint8Array.from(body);
  return Buffer.concat([Uint8Array.from([...words(type, bytes.length)]), bytes]);
};
