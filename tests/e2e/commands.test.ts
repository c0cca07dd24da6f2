import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/messages/names.js';
import type { EvidenceRow, PillarRow } from '../../src/model/table-rows.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { hashOf, makeProgram } from './program.js';
import { IDS, makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();

const { cwd, inProject, json } = makeSampleProject(zhagen, folder('project'));

/** The heads that the codebook's levels name, by table and field; nothing for what only JSON has. */
const LEVEL_HEADS: Readonly<Record<string, Readonly<Record<string, string | []>>>> = {
  coding: {
    level1: 'Selective coding',
    level2: 'Axial coding',
    level3: 'Open coding',
    code: [],
    level: [],
  },
  pillars: { pillar: 'Selective coding' },
};

describe('help', () => {
  it.each([
    ['en', { LANG: 'en_US.UTF-8' }, [], 'Import case texts'],
    ['zh', { LANG: 'zh_CN.UTF-8' }, [], '导入案例'],
    ['zh', { LC_ALL: 'C', LANG: 'C' }, ['--lang', 'zh'], '导入案例'],
    ['en', { LC_ALL: 'zh_TW.UTF-8' }, ['--lang=en'], 'Import case texts'],
  ])('in %s follows --lang, else the locale %o', async (_, env, flags, text) => {
    const { code, out, err } = await zhagen(['--help', ...flags], { env });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(text);
    for (const name of commandNames) expect(out).toContain(`zhagen ${name}`);
  });

  it('starts without loading segmenter, database and schemas', async () => {
    const version = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await zhagen(['--version'])).toEqual({ code: 0, out: `${version.version}\n`, err: '' });
    const loaded = await zhagen(['--help'], { env: { NODE_DEBUG: 'esm' } });
    const files = new Set(loaded.err.match(/file:\/\/\S+\/dist\/[-\w/]+\.js/g));
    const program = [...files].map((file) => readFileSync(new URL(file), 'utf8')).join('');
    expect(program).toContain('yargs');
    expect(program).not.toContain('ZodError');
    expect(loaded.err).not.toMatch(/node_modules\/(nodejieba|natural|better-sqlite3|yaml)\//);
  });
});

describe('a misspelt command line', () => {
  it.each([
    ['nothing', [], 'Name a command.\nSee: zhagen --help\n'],
    [
      'an unknown command',
      ['improt', 'x'],
      'There is no command "improt". Did you mean: import, export?\nSee: zhagen --help\n',
    ],
    ['an unknown flag', ['mine', '--foo'], 'Unknown argument: foo\nSee: zhagen mine --help\n'],
    ['a word too much', ['mine', 'all'], 'Unknown argument: all\nSee: zhagen mine --help\n'],
    ['a missing word', ['import'], 'Something is missing after the command.\nSee: zhagen import --help\n'],
    ['a missing value', ['mine', '--top'], 'Not enough arguments following: top\nSee: zhagen mine --help\n'],
    ['an empty value', ['cases', '--db', ''], '--db: has no value.'],
    ['a flag given twice', ['cases', '--db', 'a', '--db', 'b'], '--db: can be given once only.'],
    ['no number', ['mine', '--top', 'ten'], '--top: must be a whole number, 1 or more.'],
    ['a number too small', ['mine', '--max-length', '1'], '--max-length: must be a whole number, 2 or more.'],
    ['an unknown table', ['tables', 'table3'], 'Choices: "sample", "flow", "top-words", "keywords"'],
    ['an unknown format', ['tables', 'raw', '--format', 'xls'], 'Choices: "text", "md", "csv", "json"'],
    [
      'a case without its id',
      ['cases', 'show'],
      'zhagen cases show needs the id of a case. List them: zhagen cases',
    ],
  ])('with %s ends with 1 and says how to go on', async (_, args, message) => {
    const { code, out, err } = await zhagen(args);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(message)]);
  });
});

describe('the rows that scripts read', () => {
  it.each([
    ['keywords', ['group', 'rank', 'word', 'pos', 'weight', 'frequency', 'occurrences', 'cases', 'isNew']],
    [
      'weights',
      [
        'group',
        'rank',
        'word',
        'weight',
        'frequencyFactor',
        'rarityFactor',
        'lengthFactor',
        'specialityFactor',
        'noveltyFactor',
        'certaintyFactor',
        'freedomFactor',
        'wholenessFactor',
      ],
    ],
    [
      'raw',
      ['caseId', 'rawKeyword', 'source', 'kind', 'inCodebook', 'kept', 'reason', 'coreKeyword', 'decisionId'],
    ],
    [
      'frequency',
      [
        'coreKeyword',
        'codeId',
        'assignments',
        'share',
        'controlled',
        'free',
        'distinctRaw',
        'cases',
        'references',
        'tokens',
      ],
    ],
    [
      'coding',
      [
        'level1',
        'level2',
        'level3',
        'code',
        'level',
        'codeId',
        'assignments',
        'ownAssignments',
        'cases',
        'references',
        'ownReferences',
      ],
    ],
    [
      'pillars',
      ['group', 'pillar', 'rank', 'score', 'margin', 'assignments', 'references', 'cases', 'share'],
    ],
    ['matrix', ['caseId', 'code', 'level', 'codeId', 'assignments', 'references', 'tokens']],
    [
      'evidence',
      [
        'caseId',
        'code',
        'level',
        'codeId',
        'keywords',
        'rules',
        'paragraph',
        'sentence',
        'start',
        'end',
        'quote',
        'origins',
        'coders',
        'status',
        'decisionIds',
        'passage',
      ],
    ],
  ])('of %s have these fields, in all formats', async (name, fields) => {
    const rows = await json<object[]>('tables', name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(fields);
    const formats = ['json', 'csv', 'md', 'text'];
    const tables = await Promise.all(formats.map((format) => inProject('tables', name, '--format', format)));
    const [asJson, csv, markdown, text] = tables;
    expect(JSON.parse(asJson?.out ?? '')).toEqual(rows);
    const heads = fields.flatMap((field) => LEVEL_HEADS[name]?.[field] ?? field);
    expect(csv?.out.split('\n')[0]).toBe(`\ufeff${heads.join(',')}`);
    expect(markdown?.out).toContain(`| ${heads.join(' | ')} |`);
    expect(text?.out.split('\n')[2]?.split(/ {2,}/)).toEqual(heads);
    expect(text?.err).toMatch(/run [0-9a-f]{16}\./);
    expect(tables.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  });

  it('tell groups, ranks and filters as they were asked for', async () => {
    const pillars = await json<PillarRow[]>('tables', 'pillars', '--by', 'case');
    expect([...new Set(pillars.map(({ group }) => group))]).toEqual(IDS);
    for (const id of IDS) {
      const ranks = pillars.filter(({ group }) => group === id).map(({ rank }) => rank);
      const ranked = ranks.filter((rank) => rank !== null);
      expect(ranks).toHaveLength(6);
      expect(ranked[0]).toBe(1);
      expect(ranks).toEqual([...ranked, ...Array(6 - ranked.length).fill(null)]);
    }
    const keywords = await json<PillarRow[]>('tables', 'keywords', '--by', 'province', '--weight', 'tfidf');
    expect([...new Set(keywords.map(({ group }) => group))]).toEqual(['江西', '甘肃']);
    expect(await json('tables', 'evidence', '--status', 'confirmed')).toEqual([]);
    const nobody = await inProject('tables', 'evidence', '--view', 'coder:nobody');
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('"nobody"')]);
    expect(await json('tables', 'evidence', '--batch', '1')).toEqual(await json('tables', 'evidence'));
    const heads = await inProject('tables', 'coding', '--lang', 'zh');
    expect(heads.out).toMatch(/选择式编码 +轴心编码 +开放式编码/);
  });

  it('quote what stands at their place in the text of the case', async () => {
    const evidence = await json<EvidenceRow[]>('tables', 'evidence');
    expect(evidence.length).toBeGreaterThan(20);
    for (const id of IDS) {
      const shown = await json<Record<string, unknown>>('cases', 'show', id);
      expect(Object.keys(shown)).toEqual([
        'id',
        'title',
        'text',
        'cleanText',
        'attributes',
        'source',
        'version',
      ]);
      const text = String(shown['text']);
      expect(text).toBe(readFileSync(join(cwd, 'cases', `${id}.txt`), 'utf8').replace(/^\ufeff/, ''));
      for (const row of evidence.filter(({ caseId }) => caseId === id)) {
        expect([...text].slice(row.start, row.end).join('')).toBe(row.quote);
        expect(sliceCodePoints(text, row)).toBe(row.quote);
      }
    }
  });

  it('list cases, contexts and runs', async () => {
    const cases = await json<{ id: string; attributes: object }[]>('cases');
    expect(cases.map(({ id }) => id)).toEqual(IDS);
    expect(Object.keys(cases[0]?.attributes ?? {})).toEqual(['province', 'region', 'year']);
    const lines = await json<{ keyword: string }[]>('kwic', '产业');
    expect(new Set(lines.map(({ keyword }) => keyword))).toEqual(new Set(['产业']));
    const runs = await json<{ stage: string }[]>('runs');
    expect(runs.map(({ stage }) => stage)).toEqual(['import', 'mine', 'screen', 'code']);
    const [listed, kwic, told] = await Promise.all([
      inProject('cases', '--lang', 'zh'),
      inProject('kwic', '产业'),
      inProject('runs'),
    ]);
    expect(listed.out).toMatch(/^编号 +题名 +字数 +批次 +属性\nGS01 /);
    expect(kwic.out).toMatch(/^JX01 .*【产业】/m);
    expect(kwic.err).toBe(
      `${lines.length} occurrences in ${new Set(lines.map((line) => Object.values(line)[0])).size} cases.\n`,
    );
    expect(told.out).toMatch(/^id +time +stage .*\n[0-9a-f]{16} /);
  });
});

describe('a second time', () => {
  it('every step finds nothing new to do and says so', async () => {
    const before = hashOf(join(cwd, 'zhagen.db'));
    const [imported, mined] = [await inProject('import', 'cases'), await inProject('mine')];
    expect(imported.err).toMatch(/^Cases: 0 new, 0 changed, 5 unchanged\.\nRegions: body /);
    expect(mined.err).toMatch(
      /^No new cases: statistics [0-9a-f]{16} stay in force \(\d+ new words\).*\nMined 0 cases;/,
    );
    expect((await inProject('screen')).err).toMatch(/^Screened by .*: \d+ of \d+ keywords kept\./);
    expect((await inProject('code')).err).toMatch(/^Screened by .*\nCoded under six-pillars: /);
    expect((await inProject('code', '--quiet')).err).toBe('');
    expect(hashOf(join(cwd, 'zhagen.db'))).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['cases', 'cases.csv', 'zhagen.db']);
    expect(statSync(join(cwd, 'zhagen.db')).size).toBeGreaterThan(0);
  }, 60_000);
});
