import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { splitSentences } from '../../src/text/sentences.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { compareCodes } from '../../src/workflow/compare-codes.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import { runAll } from '../../src/workflow/run-all.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { CORPUS, rowsOf } from '../workflow/project.js';

const DENIALS = '这个村还没有防贫保险。\n监测对象由网格员上门核实，从未漏报一户。\n村口有一棵老槐树。\n';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-'));
const database = join(folder, 'project.db');
let store: Store;

beforeAll(async () => {
  const denials = join(folder, 'denials.txt');
  writeFileSync(denials, DENIALS);
  const paths = [...['AH01', 'BT01', 'JX02'].map((id) => join(CORPUS, `${id}.txt`)), denials];
  const options = { mode: 'create', toolVersion: '0', progress: async () => {} } as const;
  await withProject(database, options, async (context) => {
    await runAll(context, { paths, codebook: 'five-revitalisations' });
    await codeCases(context, { codebook: 'six-pillars' });
  });
  store = openStore(database, { mode: 'read' });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('what contradicts a code', () => {
  it('has a table of its own and stands in no other', () => {
    const counter = rowsOf({ store }, 'counter-evidence');
    expect(counter.filter(({ caseId }) => caseId === 'denials')).toMatchObject([
      { code: '防贫保险', keywords: ['防贫保险'], start: 0, quote: '这个村还没有防贫保险。' },
    ]);
    expect(rowsOf({ store }, 'evidence').filter(({ quote }) => quote.includes('没有防贫保险'))).toEqual([]);
    const cell = rowsOf({ store }, 'matrix').find(
      ({ caseId, code }) => caseId === 'denials' && code === '防贫保险',
    );
    expect(cell).toBeUndefined();
  });

  it('is shown beside what supports the code when passages are compared', () => {
    const passages = compareCodes({ store }, ['防贫保险'], { codebook: 'six-pillars' });
    const polarities = passages.flatMap(({ codes }) => codes.map(({ polarity }) => polarity));
    expect(new Set(polarities)).toEqual(new Set(['supports', 'contradicts']));
  });
});

describe('coverage and the uncoded passages', () => {
  it('share the sentences of every case among them', () => {
    const uncoded = rowsOf({ store }, 'uncoded');
    const coverage = rowsOf({ store }, 'coverage');
    expect(coverage.map(({ caseId }) => caseId)).toEqual(['AH01', 'BT01', 'JX02', 'denials']);
    for (const row of coverage) {
      const { caseId, sentences, codedSentences, characters, codedCharacters } = row;
      const { text, cleanText } = showCase({ store }, caseId);
      const rest = uncoded.filter((row) => row.caseId === caseId);
      expect(sentences).toBe(splitSentences(cleanText).length);
      expect(codedSentences + rest.length).toBe(sentences);
      expect(row.characterCoverage).toBeCloseTo(codedCharacters / characters, 6);
      expect(codedCharacters).toBeGreaterThan(0);
      for (const { start, end, quote } of rest) expect([...text].slice(start, end).join('')).toBe(quote);
    }
    expect(uncoded.filter(({ caseId }) => caseId === 'denials').map(({ quote }) => quote)).toEqual([
      '村口有一棵老槐树。',
    ]);
  });
});

describe('a crosswalk', () => {
  const codebooks = ['six-pillars', 'five-revitalisations'];

  it('counts the sentences that both codebooks code, as the evidence of each shows them', () => {
    const [first] = rowsOf({ store }, 'crosswalk', { codebooks });
    const placesOf = (codebook: string, id = '') =>
      new Set(
        rowsOf({ store }, 'evidence', { codebook })
          .filter(({ codeId }) => codeId === id)
          .map(({ caseId, start, end }) => `${caseId} ${start} ${end}`),
      );
    const own = placesOf('six-pillars', first?.codeId);
    const other = placesOf('five-revitalisations', first?.otherCodeId);
    const shared = [...own].filter((place) => other.has(place));
    expect(first?.sharedUnits).toBeGreaterThan(0);
    expect([first?.units, first?.otherUnits, first?.sharedUnits]).toEqual([
      own.size,
      other.size,
      shared.length,
    ]);
    expect(first?.jaccard).toBeCloseTo(shared.length / new Set([...own, ...other]).size, 6);
  });

  it('names both codebooks in its source', () => {
    const { source } = makeTable({ store }, { name: 'crosswalk', codebooks });
    expect(source.codebooks.map(({ id }) => id)).toEqual(codebooks);
  });

  it.each([[undefined], [['six-pillars']], [['six-pillars', 'six-pillars']]])(
    'asks for two codebooks, not %o',
    (wanted) => {
      expect(() => makeTable({ store }, { name: 'crosswalk', codebooks: wanted })).toThrow(
        'tables/needs-two-codebooks',
      );
    },
  );
});
