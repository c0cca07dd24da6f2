import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { figureNames } from '../../src/model/figure-name.js';
import { compiledProgram } from '../compile-sources.js';
import { CORPUS, makeProgram } from './program.js';

const { zhagen, folder } = makeProgram();

const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const CASES = ['AH01', 'GZ01', 'JX01', 'JX02', 'JX03', 'GS01'];

/** What some figures need besides their name. */
const OPTIONS = {
  crosstab: { by: 'province' },
  crosswalk: { codebooks: ['six-pillars', 'five-revitalisations'] },
};

/** Draws every figure in both languages in one process, and prints the hash of each, or why it is refused. */
const DRAW_ALL = `
const [index, db, names, options] = process.argv.slice(1);
const { createHash } = await import('node:crypto');
const { makeFigure, withProject } = await import(index);
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
const drawn = {};
await withProject(db, { mode: 'read' }, async (project) => {
  for (const name of JSON.parse(names)) for (const language of ['zh', 'en']) {
    const request = { name, language, ...JSON.parse(options)[name] };
    drawn[name + ' ' + language] = await makeFigure(project, request).then(
      ({ svg, caption, table }) => hash(svg + caption + JSON.stringify(table)), ({ code, message }) => code ?? message);
  }
});
console.log(JSON.stringify(drawn));
`;

function drawAll(db: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const index = join(compiledProgram(), 'dist/index.js');
  const args = [index, db, JSON.stringify(figureNames), JSON.stringify(OPTIONS)];
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', DRAW_ALL, ...args], {
    cwd: folder('elsewhere'),
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}

/** What a coder does who gives one passage a code and is done with two cases. */
const judge = (coder: string, code: string) => [
  ['passage', 'code', 'JX01', '--quote', QUOTE, '--nth', '1', '--code', code, '--coder', coder],
  ['done', 'JX01', 'JX02', '--coder', coder],
];

/** A project of the cases in an order, coded under two codebooks, with a relation and two people who are done with cases. */
async function build(name: string, zone: string, cases: readonly string[]): Promise<string> {
  const cwd = folder(name);
  for (const id of cases) cpSync(join(CORPUS, 'cases', `${id}.txt`), join(cwd, `${id}.txt`));
  const files = cases.map((id) => `${id}.txt`);
  const steps = [
    ['run', ...files, '--attributes', join(CORPUS, 'cases.csv'), '--by', 'province', '--skip-bad'],
    ['code', '--codebook', 'five-revitalisations'],
    ['code', '--codebook', 'six-pillars'],
    ['relate', '落实防贫保障', '--to', '推进产业升级', '--as', '条件', '--coder', '左'],
    ...judge('左', '收益分红'),
    ...judge('李', '公益性岗位'),
  ];
  for (const step of steps) {
    const { code, err } = await zhagen([...step, '--lang', 'zh'], { cwd, env: { TZ: zone } });
    expect(code, err).toBe(0);
  }
  return join(cwd, 'zhagen.db');
}

describe('every figure of one coding', () => {
  let [east, west] = ['', ''];

  beforeAll(async () => {
    east = await build('east', 'Asia/Shanghai', CASES);
    west = await build('deeper/west', 'America/St_Johns', CASES.toReversed());
  }, 240_000);

  it('has the same bytes in other time zones and locales and from a project of another order of import', () => {
    const drawn = drawAll(east, { TZ: 'Asia/Shanghai', LANG: 'C' });
    expect(Object.keys(drawn)).toHaveLength(2 * figureNames.length);
    for (const [figure, hash] of Object.entries(drawn))
      expect([figure, hash]).toEqual([figure, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(drawAll(east, { TZ: 'America/St_Johns', LANG: 'zh_CN.UTF-8' })).toEqual(drawn);
    expect(drawAll(west, { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' })).toEqual(drawn);
  }, 240_000);

  it('is the same picture again as PNG', async () => {
    const pictures = [];
    for (const out of ['one.png', 'two.png']) {
      const args = ['figure', 'framework', '--db', east, '--out', join(folder('png'), out), '--width', '80'];
      const { code, err } = await zhagen(args);
      expect(code, err).toBe(0);
      pictures.push(readFileSync(join(folder('png'), out)));
    }
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(true);
  }, 60_000);
});
