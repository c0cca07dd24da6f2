import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localEngine } from '../../src/engine/engine.js';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { type ImportOptions, importCases } from '../../src/workflow/import-cases.js';
import { listAttributes } from '../../src/workflow/list-attributes.js';
import { withRehearsal } from '../../src/workflow/open-project.js';
import { diffCase, listManifest } from '../../src/workflow/show-cases.js';
import { line, makePdf } from '../formats/make-pdf.js';
import { docxOf, paragraph, zipOf } from '../formats/office-zip.js';
import { temporaryFolder, temporaryStore } from '../store/sample-project.js';

const contextOf = (store: Store): Context => ({
  store,
  engine: localEngine(),
  toolVersion: '0.1.0',
  now: () => new Date(0),
  newId: () => '0'.repeat(32),
  progress: async () => {},
});

/** A folder that holds the given files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder(), 'cases');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const TEXT = '桃园分账，每年一次，由合作社当众念给大家听，念完再签字。';
const importing = (store: Store, folder: string, options: Partial<ImportOptions> = {}) =>
  importCases(contextOf(store), { paths: [folder], ...options });

describe('importing', () => {
  it('keeps nothing at all when one file is bad, and leaves the project as it was', async () => {
    const store = temporaryStore();
    await importing(store, folderOf({ 'a.txt': TEXT }));
    const before = stateHash(store);
    const bad = folderOf({ 'b.txt': TEXT, 'c.jsonl': `{"text":"${TEXT}"}\n{"text":3}\n`, 'd.txt': TEXT });
    await expect(importing(store, bad)).rejects.toMatchObject({ code: 'import/bad-files' });
    expect(stateHash(store)).toBe(before);
    const { added, skipped } = await importing(store, bad, { skipBad: true });
    expect(added).toEqual(['b', 'c#1', 'd']);
    expect(skipped.map(({ code }) => code)).toEqual(['import/bad-record']);
  });

  it('takes none of the files of the open project for a case where it lies beside them', async () => {
    const store = temporaryStore();
    const folder = dirname(store.path);
    writeFileSync(join(folder, 'a.txt'), TEXT);
    store.transaction(() => store.run("INSERT INTO setting VALUES ('top', '8')"));
    expect(readdirSync(folder).length).toBeGreaterThan(2);
    expect((await importing(store, folder)).added).toEqual(['a']);
  });

  it('names what is bad where everything is, also when that is to be left out', async () => {
    const bad = folderOf({ 'b.txt': '', 'c.pdf': 'no pdf' });
    for (const skipBad of [false, true]) {
      await expect(importing(temporaryStore(), bad, { skipBad })).rejects.toMatchObject({
        code: 'import/bad-files',
        params: { problems: [{ code: 'import/empty-file' }, {}] },
      });
    }
  });

  it('reports near-duplicates, within the import and with earlier batches, and drops none', async () => {
    const store = temporaryStore();
    const long = `${TEXT}`.repeat(3);
    await importing(store, folderOf({ 'a.txt': long }));
    const { added, nearDuplicates } = await importing(
      store,
      folderOf({ 'b.md': `${long}完。`, 'c.txt': '别的。' }),
    );
    expect(added).toEqual(['b', 'c']);
    expect(nearDuplicates).toMatchObject([{ first: 'a', second: 'b' }]);
  });

  it('takes time in proportion to the columns of a table', async () => {
    const columns = Array.from({ length: 40_000 }, (_, at) => `c${at}`);
    const store = temporaryStore();
    const rows = [`id,text,${columns.join(',')}`, `a,${TEXT},${columns.map(() => '1').join(',')}`];
    await importing(store, folderOf({ 'a.csv': rows.join('\n') }));
    const given = listAttributes({ store }).filter(({ isDerived }) => !isDerived);
    expect(given).toHaveLength(columns.length);
    expect(given[0]).toMatchObject({ name: 'c0', type: 'integer', cases: 1 });
    // In the square of their number it would be minutes.
  }, 30_000);

  it('takes one case in two formats for two cases, and names the pair', async () => {
    const lines = Array.from({ length: 6 }, (_, at) => `第${at + 1}年，${TEXT}`);
    const pages = lines.map((one, at) => line(one, 60, 700 - 20 * at)).join('');
    const folder = folderOf({
      'a.docx': docxOf(lines.map((one) => paragraph(one)).join('')),
      'a.pdf': makePdf([{ content: pages }]),
    });
    expect(await importing(temporaryStore(), folder)).toMatchObject({
      added: ['a', 'a.pdf'],
      sameNames: [{ id: 'a.pdf', otherId: 'a', otherSource: 'a.docx' }],
      nearDuplicates: [{ first: 'a', second: 'a.pdf', similarity: 1 }],
    });
  });

  it('takes a format that comes in a later batch for a further case, unless a person says which it is', async () => {
    const store = temporaryStore();
    await importing(store, folderOf({ 'a.md': TEXT }));
    expect(await importing(store, folderOf({ 'a.txt': TEXT }), { batch: '2' })).toMatchObject({
      added: ['a.txt'],
      sameNames: [{ id: 'a.txt', otherId: 'a', otherSource: 'a.md' }],
      nearDuplicates: [{ first: 'a', second: 'a.txt' }],
    });
    expect(await importing(store, folderOf({ 'a.md': TEXT, 'a.txt': TEXT }))).toMatchObject({
      unchanged: ['a', 'a.txt'],
      sameNames: [],
    });
    const attributes = join(temporaryFolder(), 'attributes.csv');
    writeFileSync(attributes, 'id,file\na,a.csv#2\n');
    const table = folderOf({ 'a.csv': `正文\n${TEXT}完。\n` });
    expect(await importing(store, table, { attributes })).toMatchObject({ added: [], changed: ['a'] });
  });

  it('gives the files of an archive their ids in whatever order it holds them', async () => {
    const files = { 'a.txt': TEXT, 'a.md': '别的事。' };
    const backwards = Object.fromEntries(Object.entries(files).toReversed());
    for (const archived of [files, backwards]) {
      const store = temporaryStore();
      await importing(store, folderOf({ 'x.zip': zipOf(archived) }));
      expect(listManifest({ store })).toMatchObject([
        { id: 'x/a', file: 'x/a.md' },
        { id: 'x/a.txt', file: 'x/a.txt' },
      ]);
    }
  });

  it('records file, hash, encoding and steps, and says what each step changed', async () => {
    const store = temporaryStore();
    const folder = folderOf({ 'a.txt': `${TEXT}\n\n推 動\n` });
    await importing(store, folder, { steps: ['blank-lines', 'simplify'] });
    expect(listManifest({ store })).toMatchObject([
      { id: 'a', file: 'a.txt', format: 'txt', encoding: 'utf-8', characters: 34, cleanCharacters: 32 },
    ]);
    const { steps, changes } = diffCase({ store }, 'a');
    expect(steps.map(({ step }) => step)).toEqual(['blank-lines', 'simplify']);
    expect(changes.map(({ step, before, after }) => [step, before, after])).toEqual([
      ['blank-lines', '\n\n', '\n'],
      ['simplify', '動', '动'],
      ['blank-lines', '\n', ''],
    ]);
    const again = await importing(store, folder);
    expect(again).toMatchObject({ unchanged: ['a'], recleaned: ['a'] });
  });

  it('joins attributes, infers their types, and lets a person overrule them', async () => {
    const store = temporaryStore();
    const folder = folderOf({ 'a.txt': TEXT, 'b.txt': '别的事。' });
    const attributes = join(temporaryFolder(), 'attributes.csv');
    writeFileSync(attributes, 'id,year,place\na,2020,栖禾\n');
    const { withoutRow } = await importing(store, folder, { attributes });
    expect(withoutRow).toEqual(['b']);
    expect(listAttributes({ store }).map(({ name, type }) => [name, type])).toEqual([
      ['place', 'text'],
      ['year', 'integer'],
    ]);
    await importing(store, folder, { attributes, attributeTypes: { year: 'category' } });
    await importing(store, folder, { attributes });
    expect(listAttributes({ store })[1]).toMatchObject({ name: 'year', type: 'category', isGiven: true });
    const unknown = importing(store, folder, { attributeTypes: { colour: 'text' } });
    await expect(unknown).rejects.toMatchObject({ code: 'import/unknown-attribute' });
  });

  it('takes both of two columns of the same name, and tells so', async () => {
    const store = temporaryStore();
    const folder = folderOf({ 'a.csv': `id,正文,备注,备注\na,${TEXT},甲,乙\n` });
    const attributes = join(temporaryFolder(), 'attributes.csv');
    writeFileSync(attributes, 'id,省,省,\na,江西,湖南,\n');
    const { doubledColumns } = await importing(store, folder, { attributes });
    expect(doubledColumns).toEqual([
      { source: attributes, name: '省', as: '省 2' },
      { source: 'a.csv', name: '备注', as: '备注 2' },
    ]);
    const given = listAttributes({ store }).filter(({ isDerived }) => !isDerived);
    expect(given.map(({ name }) => name)).toEqual(['备注', '备注 2', '省', '省 2']);
  });

  it('can be rehearsed without a trace', async () => {
    const store = temporaryStore();
    await importing(store, folderOf({ 'a.txt': TEXT }));
    const before = stateHash(store);
    const folder = folderOf({ 'a.txt': `${TEXT}改。`, 'b.txt': '别的事。' });
    const { progress, toolVersion } = contextOf(store);
    const report = await withRehearsal(store.path, { progress, toolVersion }, (context) =>
      importCases(context, { paths: [folder], details: true }),
    );
    expect(report.cases?.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'changed'],
      ['b', 'added'],
    ]);
    expect(stateHash(store)).toBe(before);
  });
});
