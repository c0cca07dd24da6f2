import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/formats/limits.js';
import { guidOf } from '../../../src/formats/refi-qda/guid.js';
import { readQdc } from '../../../src/formats/refi-qda/read-codebook.js';
import { writeQdc } from '../../../src/formats/refi-qda/write-codebook.js';
import { readXml } from '../../../src/formats/xml-events.js';
import { type Codebook, codebookSchema } from '../../../src/model/codebook.js';
import { loadCodebook, shippedCodebooks } from '../../../src/sources/load-codebook.js';
import { checkCodebook } from '../../../src/stages/code/check-codebook.js';
import { code, ONE_LEVEL, TWO_LEVELS, VILLAGE } from '../../stages/village-codebook.js';

/** Everything a codebook can say, with what XML and YAML trip over. */
const RICH: Codebook = codebookSchema.parse({
  ...VILLAGE,
  note: '第一行\n[zhagen]\n最后一行',
  except: ['negation'],
  theory: {
    core: 'park',
    storyline: '先建园区，后成“产业” & <增收>。',
    relations: [{ from: 'grid', kind: '条件', to: 'park', memo: '备忘', evidence: ['原句'] }],
  },
  codes: [
    ...VILLAGE.codes,
    {
      ...code('rich', '甲 "乙" & <丙>\n丁', 'open', 'carriers', '丙'.repeat(3)),
      definition: ' 首尾有空格，行末\n\n[zhagen]\nid: 不是字段\n',
      include: ['- 像列表', '含\n换行'],
      rules: ['建*园区', { all: ['建'], not: ['拆'], within: 5 }],
      weight: 2.5,
      except: [],
      properties: [{ name: '参与', dimensions: ['被动', '主动'] }],
    },
  ],
});

const byId = ({ codes }: Codebook) => new Map(codes.map((one) => [one.id, one]));

describe('our own .qdc', () => {
  it.each<readonly [string, Codebook]>([
    ['three levels', VILLAGE],
    ['two levels', TWO_LEVELS],
    ['one level', ONE_LEVEL],
    ['everything', RICH],
    ...shippedCodebooks().map((name) => [name, loadCodebook(name).framework.codebook] as const),
  ])('comes back whole: %s', async (_, book) => {
    const { codes, ...rest } = await readQdc(writeQdc(book), 'book.qdc');
    const { codes: _codes, ...expected } = book;
    expect(rest).toEqual(expected);
    expect(new Map(codes.map((one) => [one.id, one]))).toEqual(byId(book));
  });

  it('comes back whole whatever its texts are', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).map((any) => xmlText(any) || '空');
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text), async (label, definition, terms) => {
        const book = codebookSchema.parse({
          ...ONE_LEVEL,
          codes: [
            { ...code('a', `标签${label}`.trim(), 'theme', null, ...terms), definition: `定义${definition}` },
          ],
        });
        expect((await readQdc(writeQdc(book), 'b.qdc')).codes).toEqual(book.codes);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same bytes each time, with GUIDs of version 5 made from the ids', () => {
    expect(writeQdc(RICH)).toBe(writeQdc(RICH));
    expect(guidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(guidOf('a')).not.toBe(guidOf('b'));
  });

  it('has the structure that other programs expect', async () => {
    const seen: { name: string; parent: string; attributes: Readonly<Record<string, string>> }[] = [];
    const open: string[] = [];
    await readXml(
      writeQdc(VILLAGE),
      { path: 'b.qdc', format: 'QDC', limits: DEFAULT_LIMITS },
      {
        open(name, attributes) {
          seen.push({ name, parent: open.at(-1) ?? '', attributes });
          open.push(name);
        },
        close: () => void open.pop(),
      },
    );
    expect(seen[0]).toMatchObject({
      name: 'CodeBook',
      attributes: { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'zhagen' },
    });
    expect(seen.filter(({ parent }) => parent === 'CodeBook').map(({ name }) => name)).toEqual([
      'Codes',
      'Sets',
    ]);
    const codes = seen.filter(({ name }) => name === 'Code');
    expect(codes.map(({ attributes }) => attributes['isCodable'])).toEqual(
      VILLAGE.codes.toSorted(inTree).map(({ level }) => String(level === 'open')),
    );
    const guids = codes.map(({ attributes }) => attributes['guid']);
    expect(new Set(guids).size).toBe(VILLAGE.codes.length);
    for (const { name, parent, attributes } of seen) {
      if (name === 'MemberCode') expect(guids).toContain(attributes['guid']);
      if (name === 'Description') expect(['Code', 'Set']).toContain(parent);
    }
    for (const [at, { name }] of seen.entries()) {
      if (name === 'Code') expect(seen[at + 1]?.name, 'a description comes first').toBe('Description');
    }
  });

  const folder = mkdtempSync(join(tmpdir(), 'zhagen-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const schema = join(import.meta.dirname, '../../../../shared/refi/Codebook.xsd');
  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

  it.skipIf(!existsSync(schema) || !hasXmllint)(
    'is valid by the schema of REFI-QDA (needs xmllint and ../shared)',
    () => {
      const books = [
        RICH,
        ONE_LEVEL,
        ...shippedCodebooks().map((name) => loadCodebook(name).framework.codebook),
      ];
      for (const [at, book] of books.entries()) {
        const file = join(folder, `${at}.qdc`);
        writeFileSync(file, writeQdc(book));
        const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, file], {
          encoding: 'utf8',
        });
        expect(status, stderr).toBe(0);
      }
    },
  );
});

/** What XML can hold and its readers leave as it is. */
function xmlText(text: string): string {
  return text.replaceAll(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

/** Parents before their children, as a tree is written. */
function inTree(a: Codebook['codes'][number], b: Codebook['codes'][number]): number {
  return pathOf(a) < pathOf(b) ? -1 : 1;
}

function pathOf(one: Codebook['codes'][number]): string {
  const all = VILLAGE.codes;
  const at = String(all.indexOf(one)).padStart(3, '0');
  const parent = all.find(({ id }) => id === one.parent);
  return parent ? `${pathOf(parent)}/${at}` : at;
}

describe('a .qdc of another program', () => {
  const qdc = (codes: string, root = 'CodeBook') =>
    `<?xml version="1.0"?><${root} xmlns="urn:QDA-XML:codebook:1.0" origin="ATLAS.ti"><Codes>${codes}</Codes></${root}>`;
  const GUID = '0a1b2c3d-0000-4000-8000-000000000001';
  const read = (codes: string) => readQdc(qdc(codes), 'interviews.qdc');

  it('takes braces, capitals, line ends of Windows and missing attributes and descriptions', async () => {
    const book = await readQdc(
      `\r\n${qdc(`<Code guid="{${GUID.toUpperCase()}}" name="照护" color="#ff0000">\r\n<Description>第一行\r\n第二行</Description><Code guid="x" name="Home visits" isCodable="true"/></Code>`)}`.trimStart(),
      'interviews.qdc',
    );
    expect(book).toMatchObject({ id: 'interviews', levels: [{ id: 'level-1' }, { id: 'level-2' }] });
    expect(book.codes).toMatchObject([
      {
        id: 'code-0a1b2c3d',
        label: { zh: '照护' },
        level: 'level-1',
        parent: null,
        definition: '第一行\n第二行',
      },
      { id: 'home-visits', level: 'level-2', parent: 'code-0a1b2c3d', definition: 'Home visits' },
    ]);
    expect(checkCodebook(book)).toEqual([]);
  });

  describe('with sets', () => {
    const CODES =
      '<Code guid="1" name="分红"><Code guid="2" name="按股分"/></Code><Code guid="3" name="务工"/><Code guid="4" name="低保"/>';
    const withSets = (sets: readonly (readonly [string, ...string[]])[]) => {
      const written = sets.map(
        ([name, ...codes]) =>
          `<Set guid="s${name}" name="${name}">${codes.map((guid) => `<MemberCode guid="${guid}"/>`).join('')}</Set>`,
      );
      return readQdc(qdc(CODES).replace('</Codes>', `</Codes><Sets>${written.join('')}</Sets>`), 'sets.qdc');
    };

    it('takes sets that part the codes as the level above them', async () => {
      const book = await withSets([
        ['联结', '1', '2', '3'],
        ['兜底', '4'],
      ]);
      const idOf = (name: string) => book.codes.find(({ label }) => label.zh === name)?.id ?? null;
      expect(book.codes.map(({ label, level, parent }) => [label.zh, level, parent])).toEqual([
        ['联结', 'level-1', null],
        ['分红', 'level-2', idOf('联结')],
        ['按股分', 'level-3', idOf('分红')],
        ['务工', 'level-2', idOf('联结')],
        ['兜底', 'level-1', null],
        ['低保', 'level-2', idOf('兜底')],
      ]);
      expect(checkCodebook(book)).toEqual([]);
    });

    it.each([
      [
        'a code is in two',
        [
          ['联结', '1', '3'],
          ['兜底', '3', '4'],
        ],
      ],
      ['a code is in none', [['联结', '1', '3']]],
      [
        'a code is in another than the one above it',
        [
          ['联结', '1', '3'],
          ['兜底', '2', '4'],
        ],
      ],
      ['one has no code', [['联结', '1', '3'], ['兜底', '4'], ['空的']]],
    ] as const)('says in notes what sets codes are in where %s', async (_, sets) => {
      const book = await withSets(sets);
      for (const [at, code] of book.codes.entries()) {
        const own = sets.filter(([, ...codes]) => (codes as string[]).includes(String(at + 1)));
        expect(code.note ?? '').toBe(own.map(([name]) => `Set: ${name}`).join('; '));
      }
    });
  });

  it('tells names apart that are used twice or have one character', async () => {
    const book = await read(
      '<Code guid="1" name="照护"><Code guid="2" name="其他"/><Code guid="3" name="病"/></Code>' +
        '<Code guid="4" name="出行"><Code guid="5" name="其他"/><Code guid="6" name="其他"/></Code><Code guid="7" name="村"/>',
    );
    expect(book.codes.map(({ label }) => label.zh)).toEqual([
      '照护',
      '其他（照护）',
      '病（照护）',
      '出行',
      '其他（出行）',
      '其他（出行）（2）',
      '村（2）',
    ]);
    expect(new Set(book.codes.map(({ id }) => id)).size).toBe(7);
    expect(checkCodebook(book)).toEqual([]);
  });

  it('puts what is deeper than five levels on the fifth, and keeps its way down as a note', async () => {
    const deep = ['甲类', '乙类', '丙类', '丁类', '戊类', '己类', '庚类'].map(
      (name, at) => `<Code guid="${at}" name="${name}">`,
    );
    const book = await read(`${deep.join('')}${'</Code>'.repeat(7)}`);
    const [, , , fourth, ...fifth] = book.codes;
    expect(book.levels.map(({ name }) => name.zh)).toEqual([
      '第一层',
      '第二层',
      '第三层',
      '第四层',
      '第五层',
    ]);
    expect(fifth.map(({ level, parent }) => [level, parent])).toEqual(
      fifth.map(() => ['level-5', fourth?.id]),
    );
    expect(fifth.map(({ note }) => note)).toEqual([
      undefined,
      '甲类 › 乙类 › 丙类 › 丁类 › 戊类 › 己类',
      '甲类 › 乙类 › 丙类 › 丁类 › 戊类 › 己类 › 庚类',
    ]);
    expect(checkCodebook(book)).toEqual([]);
  });

  it.each([
    [
      'a document type, whose entities could grow without end',
      `<!DOCTYPE x [<!ENTITY a "aaaa">]>${qdc('<Code guid="1" name="&a;"/>')}`,
      'import/corrupt-file',
    ],
    ['a file cut off', qdc('<Code guid="1" name="照护"/>').slice(0, -20), 'import/corrupt-file'],
    ['another document', qdc('<Code guid="1" name="照护"/>', 'Project'), 'import/corrupt-file'],
    ['no codes', qdc(''), 'import/corrupt-file'],
    ['a code without name', qdc('<Code guid="1"/>'), 'import/corrupt-file'],
    ['elements without end', qdc(`${'<x>'.repeat(20_000)}`), 'import/over-limit'],
    [
      'our own fields, when somebody broke them',
      writeQdc(ONE_LEVEL).replace('id: park', 'id: [park'),
      'code/bad-codebook',
    ],
  ])('refuses %s', async (_, xml, problem) => {
    await expect(readQdc(xml, 'b.qdc')).rejects.toMatchObject({ code: problem });
  });
});
