import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/stages/weigh/document-words.js';
import { candidateFinder, openCandidates } from '../../../src/stages/weigh/keyword-candidates.js';
import { wordFacts } from '../../../src/stages/weigh/word-facts.js';

const NOUNS = ['贫困', '户', '贫困户', '产业', '产业园', '易地', '搬迁'];
const token = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NOUNS).map((word) => ({ word, tag: 'n' })) },
  fc.constantFrom({ word: '，', tag: 'x' }, { word: '。', tag: 'x' }, { word: '的', tag: 'uj' }),
);
const section = fc.array(fc.array(token, { maxLength: 12 }), { minLength: 1, maxLength: 4 });

/** The stretches of up to five words between what breaks them, as words. */
function stretches(line: readonly { word: string }[]): string[][] {
  const runs: string[][] = [[]];
  for (const { word } of line) {
    if (NOUNS.includes(word)) (runs.at(-1) as string[]).push(word);
    else runs.push([]);
  }
  return runs.flatMap((run) =>
    run.flatMap((_, start) =>
      run.slice(start, start + 5).map((_, parts) => run.slice(start, start + parts + 1)),
    ),
  );
}

describe('candidateFinder', () => {
  it('counts every stretch of words as often as it stands there, section after section', () => {
    const find = candidateFinder();
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), (sections) => {
        const document = openDocument(
          '',
          wordFacts(
            () => 1,
            () => false,
            new Set(),
          ),
        );
        const candidates = openCandidates();
        for (const lines of sections) {
          const { size, columns } = find(document, document.readSection(lines), candidates);
          const expected = new Map<string, number>();
          const afterTitle = new Map<string, number>();
          const containing = new Map<string, number>();
          for (const [i, line] of lines.entries()) {
            for (const words of stretches(line)) {
              const word = words.join('');
              if ([...word].length < 2 || [...word].length > 20) continue;
              expected.set(word, (expected.get(word) ?? 0) + 1);
              if (i > 0) afterTitle.set(word, (afterTitle.get(word) ?? 0) + 1);
            }
          }
          for (const line of lines) {
            for (const words of stretches(line)) {
              const frequency = expected.get(words.join('')) ?? 0;
              for (const inner of stretches(words.map((word) => ({ word })))) {
                const word = inner.join('');
                if (inner.length < words.length && word !== words.join(''))
                  containing.set(word, Math.max(containing.get(word) ?? 0, frequency));
              }
            }
          }
          const found = Array.from({ length: size }, (_, i) => candidates.words[columns.number[i] as number]);
          expect(new Set(found)).toEqual(new Set(expected.keys()));
          for (const [i, word] of found.entries()) {
            expect(columns.frequency[i]).toBe(expected.get(word as string));
            expect(columns.textFrequency[i]).toBe(afterTitle.get(word as string) ?? 0);
            // The words of its first occurrence say what stands in it.
            expect(columns.superFrequency[i]).toBeLessThanOrEqual(containing.get(word as string) ?? 0);
          }
        }
      }),
    );
  });

  it('knows in which longer candidate a word stands, and what is left of one without its edges', () => {
    const line = ['易地', '搬迁', '户'].map((word) => ({ word, tag: 'n' }));
    const document = openDocument(
      '',
      wordFacts(
        () => 1,
        () => false,
        new Set(),
      ),
    );
    const candidates = openCandidates();
    const { columns } = candidateFinder()(
      document,
      document.readSection([[], line, line.slice(0, 2)]),
      candidates,
    );
    const place = (word: string) => columns.number.indexOf(candidates.numberOf(word));
    expect(columns.frequency[place('易地搬迁')]).toBe(2);
    expect(columns.superFrequency[place('易地搬迁')]).toBe(1);
    expect(columns.superFrequency[place('搬迁')]).toBe(2);
    expect(columns.beginFrequency[place('易地搬迁户')]).toBe(2);
    expect(columns.endFrequency[place('易地搬迁户')]).toBe(1);
    expect([columns.leftKinds[place('搬迁')], columns.rightKinds[place('搬迁')]]).toEqual([1, 2]);
  });
});
