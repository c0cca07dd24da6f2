import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPlainText } from '../../src/engine/plain-text.js';
import { encodeText } from '../formats/encode-text.js';
import { longTextOf } from '../long-text.js';
import { makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

/** Longer than what is read at once. */
const TEXT = longTextOf(2_500_000);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

async function read(path: string): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of readPlainText(path, 'named')) chunks.push(chunk);
  return chunks;
}

it.each(['utf-8', 'utf-16le'])('reads a file in %s chunk by chunk', async (encoding) => {
  const chunks = await read(file(encoding, encodeText(TEXT, encoding)));
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.join('') === TEXT).toBe(true);
});

it('leaves out the byte order mark and knows an empty file', async () => {
  expect((await read(file('bom', '\ufeff扶贫'))).join('')).toBe('扶贫');
  expect((await read(file('empty', ''))).join('')).toBe('');
});

it('names what cannot be read as it is called', async () => {
  const missing = join(folder.path, 'none');
  await expect(read(missing)).rejects.toMatchObject({
    code: 'import/missing-path',
    params: { path: 'named' },
  });
  const inner = join(folder.path, 'inner');
  mkdirSync(inner);
  await expect(read(inner)).rejects.toMatchObject({ code: 'import/not-a-file', params: { path: 'named' } });
  const damaged = file('damaged', Buffer.concat([Buffer.from(TEXT), Uint8Array.of(0xe6)]));
  await expect(read(damaged)).rejects.toMatchObject({
    code: 'import/wrong-encoding',
    params: { path: 'named', encoding: 'utf-8', offset: Buffer.byteLength(TEXT) + 1 },
  });
});

it('tells when a file changes while it is read', async () => {
  const path = file('changing', TEXT);
  const chunks = readPlainText(path, 'named');
  await chunks.next();
  appendFileSync(path, '改');
  const rest = async () => {
    for await (const _ of chunks);
  };
  await expect(rest()).rejects.toMatchObject({ code: 'import/changed-file', params: { path: 'named' } });
});
