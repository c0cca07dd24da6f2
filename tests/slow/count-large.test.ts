import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countInFiles } from '../../src/workflow/count-filter.js';
import { mergeCountsOfFiles } from '../../src/workflow/merge-counts.js';
import { CORPUS, makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

async function write(name: string, lines: AsyncIterable<Uint8Array | string>): Promise<string> {
  const path = join(folder.path, name);
  const bytes: Uint8Array[] = [];
  for await (const some of lines) bytes.push(Buffer.from(some));
  writeFileSync(path, Buffer.concat(bytes));
  return path;
}

it('counts a large corpus in any number of workers as if each of its texts were counted alone and all merged', async () => {
  const kind = { maxLength: 3, toolVersion: '0.1.0', clean: false };
  const reports = readdirSync(CORPUS).map((name) => join(CORPUS, name));
  const line = (path: string) => `${JSON.stringify({ text: readFileSync(path, 'utf8') })}\n`;
  const times = 30;
  const large = join(folder.path, 'large.jsonl');
  writeFileSync(large, reports.map(line).join('').repeat(times));
  const once = await write('once.counts', countInFiles({ ...kind, files: reports }));
  const merged = await write('merged.counts', mergeCountsOfFiles(Array<string>(times).fill(once)));
  for (const workers of [1, 2, 4]) {
    const counted = await write('large.counts', countInFiles({ ...kind, files: [large], workers }));
    expect(readFileSync(counted).equals(readFileSync(merged))).toBe(true);
  }
});
