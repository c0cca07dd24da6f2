import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { openZip } from '../../src/formats/zip.js';
import { encodeText } from './encode-text.js';
import { type EntrySource, makeZip } from './make-zip.js';
import { readZip } from './read-zip.js';
import { rejectionOf } from './rejection.js';
import { problemOf } from './user-problem.js';

const read = (bytes: Uint8Array, limits = DEFAULT_LIMITS) => readZip('案例.zip', bytes, limits);
const namesIn = async (bytes: Uint8Array) => (await read(bytes)).map(({ name }) => name);
const problemWith = (entries: readonly EntrySource[]) => rejectionOf(read(makeZip(entries)));

describe('readZip', () => {
  it('gives back what another program packed', async () => {
    const zip = zipSync({
      县: { 'a.txt': strToU8('脱贫攻坚'.repeat(1000)), 'b.txt': [strToU8('振兴'), { level: 0 }] },
    });
    expect(await read(zip)).toEqual([
      { name: '县/a.txt', bytes: strToU8('脱贫攻坚'.repeat(1000)) },
      { name: '县/b.txt', bytes: strToU8('振兴') },
    ]);
  });

  it('reads names in the encoding of Chinese Windows', async () => {
    const name = encodeText('脱贫攻坚\\案例一.txt', 'gb18030');
    expect(await namesIn(makeZip([{ name }]))).toEqual(['脱贫攻坚/案例一.txt']);
    expect(await namesIn(makeZip([{ name: '案例一.txt' }]))).toEqual(['案例一.txt']);
    expect(await namesIn(makeZip([{ name: '案例一.txt', flags: 0x800 }]))).toEqual(['案例一.txt']);
  });

  it('leaves out folders, hidden files and what systems and Word add', async () => {
    const names = [
      ...['县/', '县/a.txt', '__MACOSX/县/._a.txt', '县/.DS_Store', '.git/config'],
      ...['县/~$a.docx', 'Thumbs.db', '县/desktop.ini', '县/.~lock.a.docx#'],
    ];
    expect(await namesIn(makeZip(names.map((name) => ({ name }))))).toEqual(['县/a.txt']);
  });

  it.each(['../a.txt', '县/../../a.txt', '/etc/a.txt', 'C:\\a.txt', '..\\a.txt', 'a\0.txt'])(
    'refuses the name %j',
    async (name) => {
      expect(await problemWith([{ name }])).toMatchObject({ code: 'import/unsafe-archive' });
    },
  );

  it('refuses links, names that come twice, archives within and other compressions', async () => {
    const faults: EntrySource[][] = [
      [{ name: 'a.txt', unixMode: 0o120777 }],
      [{ name: 'a.txt' }, { name: 'a.txt' }],
      [{ name: '内.zip' }],
      [{ name: 'a.txt', method: 9 }],
    ];
    for (const entries of faults) {
      expect(await problemWith(entries)).toMatchObject({ code: 'import/unsafe-archive' });
    }
    expect(await problemWith([{ name: 'a.txt', flags: 1 }])).toMatchObject({ code: 'import/encrypted-file' });
  });

  it('refuses too many entries, too many bytes and what shrinks too well before unpacking any', async () => {
    const bomb = makeZip([{ name: 'a.txt', bytes: new Uint8Array(3_000_000) }, { name: 'b.txt' }]);
    for (const limit of ['zipEntries', 'zipBytes', 'zipRatio'] as const) {
      const limits = { ...DEFAULT_LIMITS, zipRatio: 2000, [limit]: 1 };
      expect(await rejectionOf(read(bomb, limits))).toMatchObject({
        code: 'import/over-limit',
        params: { limit },
      });
    }
    expect(await read(bomb, { ...DEFAULT_LIMITS, zipRatio: 2000 })).toHaveLength(2);
  });

  it('can unpack one file at a time', () => {
    const [first, second] = openZip(
      '案例.zip',
      makeZip([{ name: 'a.txt' }, { name: 'b.txt', size: 1 }]),
      DEFAULT_LIMITS,
    );
    expect(first?.read()).toEqual(strToU8('脱贫'));
    expect(problemOf(() => second?.read())).toMatchObject({ code: 'import/corrupt-file' });
  });

  it('never unpacks more than the directory states', async () => {
    const liar = { name: 'a.txt', bytes: new Uint8Array(3_000_000), size: 10 };
    expect(await problemWith([liar])).toMatchObject({ code: 'import/corrupt-file' });
  });

  it('refuses archives that were cut off or changed', async () => {
    const zip = makeZip([{ name: 'a.txt', bytes: strToU8('脱贫攻坚'), method: 0 }]);
    const changed = Uint8Array.from(zip);
    changed[40] = (changed[40] ?? 0) ^ 1;
    for (const bytes of [zip.subarray(0, -1), zip.subarray(10), new Uint8Array(0), changed]) {
      expect(await rejectionOf(read(bytes))).toMatchObject({ code: 'import/corrupt-file' });
    }
  });
});
