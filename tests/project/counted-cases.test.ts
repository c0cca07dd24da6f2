import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codedTexts } from '../../src/project/coded-texts.js';
import { type CountedCase, openCountedCases } from '../../src/project/counted-cases.js';
import { findFiles } from '../../src/sources/find-files.js';
import { openCaseReader } from '../../src/sources/read-case-file.js';
import { readCaseHead } from '../../src/store/case-table.js';
import { openStore } from '../../src/store/open.js';
import { compareByCodePoint } from '../../src/text/code-points.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { CORPUS, contextOf, makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

/** A folder with cases whose files have equal names, an interview, and a table of cases. */
function writeCases(name: string): string {
  const path = join(folder.path, name);
  mkdirSync(join(path, '甲'), { recursive: true });
  writeFileSync(
    join(path, '甲', '报告.md'),
    '# 标题一\n\n扶贫产业园带动了村民。\n\n参考文献\n[1] 王某. 论文. 2020.\n',
  );
  writeFileSync(join(path, '甲', '报告.txt'), '同名的另一份文件,讲的是公益性岗位。\n');
  writeFileSync(
    join(path, '访谈.txt'),
    '访谈者：您好？\n受访者：我们村办了扶贫车间。\n访谈者：多少人？\n受访者：三十人。\n',
  );
  writeFileSync(
    join(path, '表.jsonl'),
    ['{"id":"一","title":"题","text":"第一行的文字。"}', '{"text":"第二行😀没有编号。"}', ''].join('\n'),
  );
  return path;
}

function writeLong(): string {
  const path = join(folder.path, '长.txt');
  writeFileSync(path, `合作社带动农户增收，　产业　发展。${'abcdefgh '.repeat(900)}\n`.repeat(1100));
  return path;
}

async function readCounted(paths: readonly string[], skip = 0): Promise<CountedCase[]> {
  const files = findFiles(paths);
  const reader = openCaseReader({});
  const count = openCountedCases(files.map(({ source }) => source));
  const cases: CountedCase[] = [];
  try {
    for (const file of files.slice(skip))
      for await (const one of reader.readCases(file)) cases.push(await count(one));
  } finally {
    reader.close();
  }
  return cases.sort((a, b) => compareByCodePoint(a.caseId, b.caseId));
}

describe('cases that are in no project', () => {
  it.each([
    ['of all kinds', () => writeCases('cases')],
    ['beyond 8 MB', writeLong],
    ['of the corpus', () => CORPUS],
  ])('%s are as import has them: ids, titles, versions, counted texts and origins', async (_, paths) => {
    const path = paths();
    const store = openStore(join(folder.path, `${_}.db`), { mode: 'create' });
    await importCases(contextOf(store), { paths: [path] });
    const imported = [...codedTexts(store)].map((one) => ({
      ...one,
      title: readCaseHead(store, one.caseId)?.title,
    }));
    store.close();
    expect(await readCounted([path])).toEqual(imported);
  });

  it('are called the same when only the later ones of them are read', async () => {
    const path = writeCases('some');
    const all = await readCounted([path]);
    const later = await readCounted([path], 1);
    const ids = new Set(later.map(({ caseId }) => caseId));
    expect(later).toEqual(all.filter(({ caseId }) => ids.has(caseId)));
    expect(later.length).toBeLessThan(all.length);
  });
});
