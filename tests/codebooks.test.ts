import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../src/formats/csv.js';
import type { CodedText } from '../src/model/coded-text.js';
import { loadCodebook, shippedCodebooks } from '../src/sources/load-codebook.js';
import { assessCoding } from '../src/stages/assess/assess-coding.js';
import { checkCodebook } from '../src/stages/code/check-codebook.js';
import { passageCoder } from '../src/stages/code/code-passages.js';
import { normalizeText } from '../src/stages/normalize/normalize-text.js';
import { countReferences } from '../src/stages/tabulate/count-references.js';
import { mergeEvidence } from '../src/stages/tabulate/merge-evidence.js';
import { rankPillars } from '../src/stages/tabulate/rank-pillars.js';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, 'corpus');
const readRows = (file: string) =>
  readCsv(readFileSync(join(CORPUS, file), 'utf8'), file).rows.map(({ values }) => values);
const codedText = (caseId: string, text: string): CodedText => ({
  caseId,
  version: '',
  text,
  normalized: normalizeText(text),
});

describe.each(shippedCodebooks())('codebook %s', (name) => {
  const { framework } = loadCodebook(name);

  it('has no fault and a definition and further words for every code of the lowest level', () => {
    expect(checkCodebook(framework.codebook)).toEqual([]);
    for (const { definition, terms, rules } of framework.open) {
      expect(definition.length).toBeGreaterThan(5);
      expect(terms.length + rules.length).toBeGreaterThan(0);
    }
  });
});

describe('six pillars against the gold coding (a regression figure: one team wrote texts and terms)', () => {
  const { framework } = loadCodebook('six-pillars');
  const codePassages = passageCoder(framework);
  const pillars = readRows('gold-pillars.csv');
  const coded = new Map(
    pillars.map(({ case_id: id = '' }) => [
      id,
      codePassages(codedText(id, readFileSync(join(CORPUS, 'cases', `${id}.txt`), 'utf8'))).assignments,
    ]),
  );

  it('keeps open-code F1 of at least .82', () => {
    const ids = new Map(framework.open.map(({ id, label }) => [label.zh, id]));
    const gold = readRows('gold.csv').map(({ case_id: caseId = '', open_code = '' }) => ({
      caseId,
      codeId: ids.get(open_code) as string,
    }));
    const isOpen = new Set(ids.values());
    const found = [...coded.values()].flat().filter(({ codeId }) => isOpen.has(codeId));
    expect(assessCoding(framework.open, gold, found)[0]?.f1).toBeGreaterThanOrEqual(0.82);
  });

  it('puts each of the 32 gold cases under the pillar a reader would', () => {
    const groups = new Map(pillars.map(({ case_id: id = '' }) => [id, [id]]));
    const first = rankPillars(
      framework,
      groups,
      [],
      countReferences(mergeEvidence([...coded.values()].flat())),
    ).filter(({ rank }) => rank === 1);
    const main = new Map(first.map(({ group, pillar }) => [group, pillar]));
    const right = pillars.filter(({ case_id: id = '', main_pillar }) => main.get(id) === main_pillar);
    expect(right.length).toBe(32);
  });
});

/** Sections of published reports, one line each: how the line begins, and the pillar its heading names. */
const SECTIONS = readFileSync(join(import.meta.dirname, 'real-sections.tsv'), 'utf8')
  .trim()
  .split('\n');
const TEXTS = join(ROOT, '..', 'shared', 'texts');

/** A line that opens a section: `3.1.2 易地…` or `（1）扶贫…`, short unless the heading runs into its text. */
const HEADING = /^\s*(?:[0-9](?:\.[0-9])*、?\s*[\u4e00-\u9fff“]|（[0-9]）)/;

it.skipIf(!existsSync(TEXTS))(
  'puts real sections under the pillar their headings name (needs ../shared)',
  () => {
    const { framework } = loadCodebook('six-pillars');
    const codePassages = passageCoder(framework);
    let right = 0;
    const from = new Map<string, number>();
    for (const [file = '', heading = '', pillar] of SECTIONS.map((line) => line.split('\t'))) {
      const lines = readFileSync(join(TEXTS, file), 'utf8').split('\n');
      // The table of contents stands before the body, whose first section opens with the same words.
      const body =
        from.get(file) ??
        lines.findLastIndex((line) => line.trim().startsWith('1 ') || /^1、/.test(line.trim()));
      const start = lines.findIndex((line, at) => at >= body && line.trim().startsWith(heading));
      expect([file, heading, start >= 0]).toEqual([file, heading, true]);
      const end = lines.findIndex((line, at) => at > start && HEADING.test(line) && line.trim().length < 60);
      from.set(file, end < 0 ? lines.length : end);
      const text = lines.slice(start, end < 0 ? undefined : end).join('\n');
      const rest = text.slice(text.indexOf(heading.startsWith('（') ? '。' : '\n') + 1);
      const [first] = rankPillars(
        framework,
        new Map([['', ['s']]]),
        [],
        countReferences(mergeEvidence(codePassages(codedText('s', rest)).assignments)),
      );
      if (first?.pillar === pillar) right += 1;
    }
    expect(right / SECTIONS.length).toBeGreaterThanOrEqual(0.86);
  },
);
