import { describe, expect, it } from 'vitest';
import { readCodebookCsv, writeCodebookCsv } from '../../../src/formats/codebook-csv.js';
import { readYaml } from '../../../src/formats/yaml.js';
import { type Codebook, codebookSchema } from '../../../src/model/codebook.js';
import { doubtfulWords } from '../../../src/project/doubtful-words.js';
import { checkCodebook } from '../../../src/stages/code/check-codebook.js';
import { codebookInTextForm } from '../../../src/stages/code/codebook-text-form.js';

const HEAD = `id: trial
title: { zh: 试用框架, en: Trial }
version: "1"
source: 自编
levels: [{ id: open, name: { zh: 开放性编码, en: Open code } }]
codes:
`;
const codebookOf = (codes: string) =>
  readYaml(HEAD + codes, 'trial.yaml', codebookSchema, 'code/bad-codebook') as Codebook;
const code = (more: string) =>
  `  - { id: shop, label: { zh: 车间, en: shop }, level: open, definition: 车间。, ${more} }\n`;

describe('what a codebook says is brought to the form of clean texts', () => {
  it('labels, terms, literals of rules and words of the field, whatever was typed', () => {
    const written = codebookOf(
      code('terms: [ＡＩ 技术, ＡＩ技术, "就业\u200b车间"], rules: ["派出｜选派＊⽤工 人员"]'),
    );
    expect(checkCodebook(written)).toEqual([]);
    const [shop] = codebookInTextForm({ ...written, context: ['Ｗｉｆｉ'] }).codes;
    expect(shop?.terms).toEqual(['AI技术', '就业车间']);
    expect(shop?.rules[0]?.any).toEqual(['派出|选派*用工人员']);
  });

  it('a term that another code has in another form is refused, and one without any character', () => {
    const two =
      code('terms: [ＡＩ技术]') +
      '  - { id: ai, label: { zh: AI技术, en: ai }, level: open, definition: 技术。, terms: ["\u200b"] }\n';
    expect(checkCodebook(codebookOf(two)).map(({ place }) => place)).toEqual([
      'codes[1].label.zh',
      'codes[1].terms[0]',
    ]);
  });

  it('a rule with nothing between ｜ and ＊ is refused', () => {
    expect(() => codebookOf(code('rules: ["派出｜＊医生"]'))).toThrow();
  });

  it('words that cleaning takes out of texts are told', () => {
    const written = codebookOf(
      code('terms: ["<b>合作社</b>", "带头人", "AI[技术]"], rules: ["农户&nbsp;*增收"]'),
    );
    expect(doubtfulWords(written)).toEqual([
      { place: 'codes[0].terms', word: '<b>合作社</b>', why: 'cleaned' },
      { place: 'codes[0].rules[0]', word: '农户&nbsp;', why: 'cleaned' },
    ]);
  });

  it('and names words of several sentences or of a list, which are found only as they stand', () => {
    const written = codebookOf(
      code(
        'terms: ["就业工坊、帮扶作坊", "就业工坊/帮扶作坊", "办起来了；有分红", "等、靠、要", "一、二产业"]',
      ),
    );
    expect(doubtfulWords(written).map(({ word, why }) => [word, why])).toEqual([
      ['就业工坊、帮扶作坊', 'several'],
      ['就业工坊/帮扶作坊', 'several'],
      ['办起来了；有分红', 'cleaned'],
    ]);
  });
});

describe('cells of a codebook', () => {
  it.each([
    '就业车间、帮扶车间',
    '就业车间；帮扶车间',
    '就业车间，帮扶车间',
    '就业车间;帮扶车间',
    '就业车间,帮扶车间',
    '就业车间｜帮扶车间',
  ])('have several terms as people part them: %s', (cell) => {
    const csv = `id,level,parent,label_zh,definition,terms,rules\nshop,open,,扶贫车间,厂房,"${cell}","派出｜选派*医生；派驻＊护士"\n`;
    const [shop] = readCodebookCsv(csv, 'cells.csv').codes;
    expect(shop?.terms).toEqual(['就业车间', '帮扶车间']);
    expect(shop?.rules.map(({ any }) => any)).toEqual([['派出|选派*医生'], ['派驻*护士']]);
  });

  it('give back a term that contains such a mark', () => {
    const written = codebookOf(code('terms: ["等、靠、要", "1,000亩"]'));
    expect(readCodebookCsv(writeCodebookCsv(written), 'cells.csv').codes[0]?.terms).toEqual([
      '等、靠、要',
      '1,000亩',
    ]);
  });
});
