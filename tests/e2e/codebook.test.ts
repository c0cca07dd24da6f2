import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPUS, jsonOf, makeProgram, writeFiles } from './program.js';

const { zhagen, folder } = makeProgram();

const HEAD = `id: x
title: { zh: 标题, en: t }
version: "1"
source: 自编
levels: [{ id: a, name: { zh: 甲, en: a } }, { id: b, name: { zh: 乙, en: b } }]
codes:
`;
const code = (id: string, more: string) =>
  `  - { id: ${id}, label: { zh: 编码${id}, en: ${id} }, definition: d, ${more} }\n`;

it('validates: every fault with file, line, place and way out, and no bomb of aliases', async () => {
  const faulty = [
    HEAD,
    code('p', 'level: a, parent: q, terms: [看望, 看]'),
    code('q', 'level: b, parent: p, terms: [走访, 看望]'),
    code('r', 'level: b'),
    code('s', 'level: b, parent: zz'),
    code('t', 'level: a, rules: [走访老人, 走访老人, { any: [看望], not: [看望] }]'),
    'theory: { core: yy }\n',
  ].join('');
  const aliases = [...'bcdefgh'].map(
    (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`)}]\n`,
  );
  const cwd = writeFiles(folder('validate'), {
    'book.yaml': faulty,
    'bomb.yaml': `a: &a [x, x, x]\n${aliases.join('')}`,
  });
  const [book, bomb] = await Promise.all(
    ['book.yaml', 'bomb.yaml'].map((file) => zhagen(['codebook', 'validate', file], { cwd })),
  );
  expect([book?.code, book?.out, bomb?.code]).toEqual([1, '', 1]);
  expect(book?.err.split('\n')).toEqual([
    'book.yaml: 9 faults:',
    ...[
      'book.yaml:7: codes[0].parent "q" leads back to "p": it is not on a level above',
      'book.yaml:7: codes[0].terms[1] "看" is one character and occurs everywhere: write a word',
      'book.yaml:8: codes[1].parent "p" leads back to "q": it is not on a level above',
      'book.yaml:8: codes[1].terms[1] "看望" already belongs to "p"',
      'book.yaml:9: codes[2].parent is missing: only the top level has none',
      'book.yaml:10: codes[3].parent "zz" is not the id of a code',
      'book.yaml:11: codes[4].rules[1] is never reached: codes[4].rules[0] says the same',
      'book.yaml:11: codes[4].rules[2] can never match: its "not" forbids what it needs',
      'book.yaml:12: theory.core "yy" is not the id of a code',
    ].map((message) => `  ${message}. Fix it and run the command again.`),
    '',
  ]);
  expect(bomb?.err).toContain('bomb.yaml:1: has too many aliases');
});

describe('audit', () => {
  it('ends with 0, contradictions or not; sentences on standard output, the count beside', async () => {
    const [found, none] = await Promise.all([
      zhagen(['codebook', 'audit', 'six-pillars', '--lang', 'zh']),
      zhagen(['codebook', 'audit', 'sichuan-linkage']),
    ]);
    expect(found.code).toBe(0);
    expect(found.out).toContain(
      '“消费扶贫”在表3中没有位置。\n    keyword-frequency.csv:12 + six-pillars.yaml ↔ table3-coding.csv',
    );
    expect(found.err).toContain('核对 14 项陈述，9 处矛盾，3 条说明；0 项未能核对。');
    expect([none.code, none.out]).toEqual([0, expect.stringMatching(/^Checked:\n/)]);
    expect(none.err).toMatch(/no contradictions in \d+ statements checked; 0 not checked\./);
  });

  it('gives JSON', async () => {
    const json = await zhagen(['codebook', 'audit', 'none', '--against', 'six-pillars', '--json']);
    expect(jsonOf(json)).toMatchObject({ codebookId: null, contradictions: 8 });
  });

  it('names what it cannot use', async () => {
    const unknown = await zhagen(['codebook', 'audit', 'six-pillars', '--against', 'no-study']);
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err).toContain('There is nothing published under "no-study". Name a claims.yaml');
  });
});

it('exports Excel and REFI-QDA files that keep the codes and can be coded with', async () => {
  const cwd = folder('formats');
  for (const format of ['qdc', 'xlsx']) {
    const file = `book.${format}`;
    const made = await zhagen(
      ['codebook', 'export', 'policy-coordination', '--format', format, '--out', file],
      { cwd },
    );
    expect([made.code, made.out]).toEqual([0, '']);
    expect(made.err.includes('does not carry: title, version, source')).toBe(format === 'xlsx');
    const diff = jsonOf<{ field: string }[]>(
      await zhagen(['codebook', 'diff', 'policy-coordination', file, '--json'], { cwd }),
    );
    expect(diff.map(({ field }) => field)).toEqual(format === 'qdc' ? [] : ['levels', 'except']);
  }
  const run = await zhagen(['run', join(CORPUS, 'cases/BT01.txt'), '--codebook', 'book.xlsx', '--quiet'], {
    cwd,
  });
  expect([run.code, run.err]).toEqual([0, '']);
  const bare = await zhagen(['codebook', 'export', 'six-pillars', '--format', 'xlsx'], { cwd });
  expect([bare.code, bare.out, bare.err]).toEqual([1, '', expect.stringContaining('--out')]);
  expect(readFileSync(join(cwd, 'book.qdc'), 'utf8')).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
});

it('shows properties, relations, core category and storyline', async () => {
  const cwd = writeFiles(folder('theory'), {
    'book.yaml': `${HEAD}${code('p', 'level: a, properties: [{ name: 程度, dimensions: [低, 高] }]')}${code('q', 'level: b, parent: p')}theory:
  core: p
  storyline: 先有编码q。
  relations: [{ from: q, kind: 条件, to: p, memo: 备忘, evidence: [原句] }]
`,
  });
  const { out } = await zhagen(['codebook', 'show', 'book.yaml', '--lang', 'zh'], { cwd });
  expect(out).toContain('编码p (p): d\n  · 程度: 低 … 高\n  编码q (q): d\n');
  expect(out).toContain('核心范畴: 编码p (p)\n');
  expect(out).toContain('  编码q (q) —条件→ 编码p (p): 备忘\n    依据: 原句\n');
  expect(out).toContain('故事线: 先有编码q。\n');
});
