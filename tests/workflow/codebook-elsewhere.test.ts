import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

/** A codebook of one code with a term. */
function writeBook(id: string, term: string): string {
  const path = join(folder.path, `${id}.yaml`);
  const levels = [{ id: 'open', name: { zh: '编码', en: 'Code' } }];
  const one = {
    id: 'one',
    label: { zh: '一项', en: 'One' },
    level: 'open',
    definition: '一项',
    terms: [term],
  };
  writeFileSync(
    path,
    JSON.stringify({ id, title: { zh: id, en: id }, version: '1', source: '自编', levels, codes: [one] }),
  );
  return path;
}

it('codebooks that somebody else applied since are followed by who decides next', {
  timeout: 60_000,
}, async () => {
  const context = copyProject(await codedProject('GS01', 'JX01'));
  const words = [...new Set(rowsOf(context, 'raw').flatMap((row) => (row.kept ? [row.rawKeyword] : [])))];
  const keep = (at: number, into: string) =>
    decide(context, { kind: 'merge', words: [words[at] as string, into], coder: '左', reason: '' });
  await codeCases(context, { codebook: writeBook('own', '合作社') });
  await keep(0, '一项');
  const other = openStore(context.store.path, { mode: 'write' });
  onTestFinished(() => other.close());
  const elsewhere = contextOf(other);
  for (const path of [writeBook('own', '农户'), writeBook('new', '产业')]) {
    await codeCases(elsewhere, { codebook: path });
    await keep(path.includes('own') ? 1 : 2, '一项');
    const after = stateHash(context.store);
    await recodeCases(elsewhere);
    expect(stateHash(context.store)).toBe(after);
  }
});
