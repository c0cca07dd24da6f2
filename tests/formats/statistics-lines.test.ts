import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStatistics, openStatistics, readKeptStatistics } from '../../src/formats/statistics-lines.js';
import type { CorpusStatistics } from '../../src/model/corpus-statistics.js';
import { compareByCodePoint } from '../../src/text/code-points.js';
import { rejectionOf } from './rejection.js';

const NEW_WORD = {
  word: '村晚',
  pos: 'n_new' as const,
  score: 0.1 + 0.2,
  frequency: 7,
  cases: 3,
  cohesion: 1e-7,
  leftEntropy: -0.5,
  rightEntropy: 2,
  hmmShare: 0,
  alignment: 1,
  knownAlignment: 1 / 3,
  cutsInside: 0,
  beginShare: 0.5,
  endShare: 0.5,
  length: 2,
  inDictionary: false,
};

const statistics = fc
  .record({
    documents: fc.integer({ min: 1, max: 1_000_000 }),
    words: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 20 }),
    terms: fc.dictionary(fc.string({ minLength: 1, unit: 'binary' }), fc.nat(), { maxKeys: 30 }),
  })
  .map(
    ({ documents, words, terms }): CorpusStatistics => ({
      head: {
        zhagen: '1',
        segmenter: 's',
        options: { 'user-words': 'x' },
        documents,
        newWords: words.length,
      },
      newWords: words.map((word) => ({ ...NEW_WORD, word })),
      documentFrequency: new Map(
        Object.entries(terms)
          .map(([word, cases]) => [word, 1 + (cases % documents)] as const)
          .sort(([one], [other]) => compareByCodePoint(one, other)),
      ),
    }),
  );

async function textOf({ head, newWords, documentFrequency }: CorpusStatistics): Promise<string> {
  let text = '';
  const terms = [Array.from(documentFrequency, ([word, cases]) => ({ word, cases }))];
  for await (const some of formatStatistics(head, newWords, terms)) text += some;
  return text;
}

/** The lines of a text, so many at a time. */
async function* inLines(text: string, atOnce = 3) {
  const lines = text
    .split('\n')
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ line }) => line !== '');
  for (let at = 0; at < lines.length; at += atOnce) yield lines.slice(at, at + atOnce);
}

async function read(text: string, atOnce?: number): Promise<CorpusStatistics> {
  const { head, newWords, terms } = await openStatistics(inLines(text, atOnce), 's.jsonl');
  const documentFrequency = new Map<string, number>();
  for await (const some of terms) for (const { word, cases } of some) documentFrequency.set(word, cases);
  return { head, newWords, documentFrequency };
}

const SMALL: CorpusStatistics = {
  head: { zhagen: '1', segmenter: 's', options: {}, documents: 9, newWords: 1 },
  newWords: [NEW_WORD],
  documentFrequency: new Map([
    ['产业', 3],
    ['农户', 9],
  ]),
};

describe('a statistics file', () => {
  it('is read as it was written, however its lines come', async () => {
    await fc.assert(
      fc.asyncProperty(statistics, fc.integer({ min: 1, max: 50 }), async (one, atOnce) => {
        const text = await textOf(one);
        expect(await read(text, atOnce)).toEqual(one);
        expect(readKeptStatistics(text)).toEqual(one);
      }),
    );
  });

  it('that was cut after any line, or lost or changed any, is noticed', async () => {
    const lines = (await textOf(SMALL)).trimEnd().split('\n');
    for (const at of lines.keys()) {
      for (const other of [lines.slice(0, at), lines.toSpliced(at, 1)]) {
        expect((await rejectionOf(read(other.join('\n')))).code).toMatch(/^statistics\//);
      }
    }
    const text = lines.join('\n');
    for (const end of [text.length - 3, text.lastIndexOf('\n'), text.indexOf('农户'), text.indexOf('村晚')]) {
      expect((await rejectionOf(read(text.slice(0, end)))).code).toBe('statistics/cut');
    }
    const other = lines.join('\n').replace('"cases":3', '"cases":4');
    expect((await rejectionOf(read(other))).code).toBe('statistics/altered');
  });

  it.each([
    ['header', 1, (lines: string[]) => ['{"word":"产业"}', ...lines.slice(1)]],
    ['new-word', 2, (lines: string[]) => lines.toSpliced(1, 1, '{"word":"产业"}')],
    ['term', 3, (lines: string[]) => lines.toSpliced(2, 1, '{"word":"产业","cases":0}')],
    ['order', 4, (lines: string[]) => lines.toSpliced(3, 1, lines[2] as string)],
    ['cases', 4, (lines: string[]) => lines.toSpliced(3, 1, '{"word":"农户","cases":10}')],
    ['after-end', 6, (lines: string[]) => [...lines, lines[3] as string]],
  ])('with a faulty line names it: %s', async (fault, line, change) => {
    const lines = (await textOf(SMALL)).trimEnd().split('\n');
    const problem = await rejectionOf(read(change(lines).join('\n')));
    expect(problem).toMatchObject({ code: 'statistics/bad-line', params: { path: 's.jsonl', line, fault } });
  });
});
