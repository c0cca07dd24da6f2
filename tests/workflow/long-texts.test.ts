import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localEngine } from '../../src/engine/engine.js';
import type { Progress } from '../../src/project/context.js';
import { readCase, readCaseHead } from '../../src/store/case-table.js';
import { readNormalizedText } from '../../src/store/normalized-text-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listManifest } from '../../src/workflow/show-cases.js';
import { longTextOf } from '../long-text.js';
import { temporaryFolder, temporaryStore } from '../store/sample-project.js';

/** Longer than what is held whole, and than one section. */
const LONG_BYTES = 8_600_000;

const importing = (store: Store, paths: string[], progress: Progress = async () => {}, skipBad = false) =>
  importCases(
    {
      store,
      engine: localEngine(),
      toolVersion: '0.1.0',
      now: () => new Date(0),
      newId: () => '0'.repeat(32),
      progress,
    },
    { paths, skipBad },
  );
const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

it('a text too long to be held gives the case that it gives when it is held, and tells how far it is', async () => {
  const store = temporaryStore();
  const folder = temporaryFolder();
  const text = `\n栖禾县志\n\n${longTextOf(LONG_BYTES)}`;
  const [long, held] = [join(folder, 'long.txt'), join(folder, 'held.jsonl')];
  writeFileSync(long, text);
  writeFileSync(held, JSON.stringify({ id: 'held', text }));
  const shown: [number, number | null][] = [];
  await importing(store, [long], async (_, done, total) => void shown.push([done, total]));
  const { nearDuplicates } = await importing(store, [held]);
  expect(nearDuplicates).toEqual([{ first: 'held', second: 'long', similarity: 1 }]);

  const { version } = readCaseHead(store, 'held') ?? { version: '' };
  expect(readCaseHead(store, 'long')).toMatchObject({ version, title: '栖禾县志' });
  expect(hashOf(readCase(store, 'long')?.text)).toBe(hashOf(text));
  expect(hashOf(readNormalizedText(store, 'long', version))).toBe(
    hashOf(readNormalizedText(store, 'held', version)),
  );
  const [ofHeld, ofLong] = listManifest({ store });
  expect(ofLong).toMatchObject({
    characters: ofHeld?.characters,
    cleanCharacters: ofHeld?.cleanCharacters,
    steps: ofHeld?.steps,
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
  });

  const kilobytes = Math.round(Buffer.byteLength(text) / 1000);
  const steps = new Set(shown.map(([done]) => done));
  expect(steps.size).toBeGreaterThan(5);
  expect([...steps]).toEqual([...steps].sort((a, b) => a - b));
  expect(shown.at(-1)).toEqual([kilobytes, kilobytes]);
}, 60_000);

it('a long file that changes while it is imported is told, and nothing of it stays', async () => {
  const store = temporaryStore();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), '桃园分账，每年一次，念完再签字。');
  const long = join(folder, 'b.txt');
  writeFileSync(long, longTextOf(LONG_BYTES));
  const changeHalfWay: Progress = async (_, done) => {
    if (done > 5000) appendFileSync(long, '改');
  };
  const problem = { code: 'import/changed-file', params: { path: 'b.txt' } };
  const before = stateHash(store);
  await expect(importing(store, [folder], changeHalfWay)).rejects.toMatchObject({
    code: 'import/bad-files',
    params: { problems: [problem] },
  });
  expect(stateHash(store)).toBe(before);

  writeFileSync(long, longTextOf(LONG_BYTES));
  const { added, skipped } = await importing(store, [folder], changeHalfWay, true);
  expect([added, skipped]).toMatchObject([['a'], [problem]]);
  expect([readCase(store, 'b'), listManifest({ store }).length]).toEqual([undefined, 1]);
}, 60_000);
