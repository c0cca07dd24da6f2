import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CutCase, codedSentences } from '../../../src/stages/tabulate/coded-sentences.js';
import { tabulateCoverage, tabulateUncoded } from '../../../src/stages/tabulate/tabulate-coverage.js';
import { codePointLength, sliceCodePoints } from '../../../src/text/code-points.js';
import { listSentences } from '../../../src/text/sentence-list.js';
import { mixedText } from '../../text/arbitraries.js';
import { codedText } from '../code/coded-text.js';
import { passage } from './coding.js';

const TEXT = '村里办了合作社。账目每月公开，大家放心！后来又修了路。';
function cutCase(raw: string): CutCase {
  const { caseId, text, normalized } = codedText(raw);
  return { caseId, sentences: listSentences(normalized), readText: () => text };
}

const stretch = (codeId: string, start: number, end: number) => ({ ...passage('JX01', codeId), start, end });

describe('the sentences of a case', () => {
  it('know every coding that touches them', () => {
    const sentences = codedSentences(cutCase(TEXT), [stretch('park', 0, 8), stretch('grid', 6, 12)]);
    expect(sentences.map(({ quote, evidence }) => [quote, evidence.map(({ codeId }) => codeId)])).toEqual([
      ['村里办了合作社。', ['park', 'grid']],
      ['账目每月公开，大家放心！', ['grid']],
      ['后来又修了路。', []],
    ]);
  });

  it('do not take the coding of a sentence for one of the footnote that tore it', () => {
    const torn = [
      '栖禾县把桃园交给合作社统一管理，农户按地块入股，',
      '每年秋后由村里当众分一次账，谁家出了多少工、投了',
      '多少肥都写在祠堂的墙上。去年全村分到手的钱一共是',
      '十二万元，比前年多了三成，最少的一户也拿到了八百',
      '①这里说的“八百”是指八百元现金。',
      '元。老支书说，账要算给大家看，大家才肯出力。',
    ];
    const text = cutCase(torn.join('\n'));
    const plain = codedSentences(text, []);
    const [note, ofNote] = [plain.length - 1, plain.at(-1)?.quote];
    expect(ofNote).toContain('八百元现金');
    const around = plain.find(({ quote }) => quote.startsWith('去年')) ?? { start: 0, end: 0 };
    const coded = codedSentences(text, [stretch('park', around.start, around.end)]);
    expect(coded.map(({ evidence }) => evidence.length)).toEqual([0, 1, 0, 0]);
    expect(coded[note]?.evidence).toEqual([]);
  });

  it('are cut from the raw text as their places say', () => {
    fc.assert(
      fc.property(mixedText(), (text) => {
        for (const { start, end, quote } of codedSentences(cutCase(text), [])) {
          expect(quote).toBe(sliceCodePoints(text, { start, end }));
        }
      }),
    );
  });

  it('are touched by a coding just where their stretches overlap', () => {
    const place = fc.nat({ max: codePointLength(TEXT) });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
        for (const one of codedSentences(cutCase(TEXT), [stretch('park', start, end)])) {
          expect(one.evidence.length > 0).toBe(Math.max(one.start, start) < Math.min(one.end, end));
        }
      }),
    );
  });
});

describe('coverage', () => {
  const sentences = codedSentences(cutCase(TEXT), [stretch('park', 0, 8), stretch('grid', 0, 8)]);

  it('counts sentences, characters of the clean text and codes, also of a case without a sentence', () => {
    expect(tabulateCoverage(['JX00', 'JX01'], sentences)).toEqual([
      {
        caseId: 'JX00',
        sentences: 0,
        codedSentences: 0,
        coverage: 0,
        characters: 0,
        codedCharacters: 0,
        characterCoverage: 0,
        codes: 0,
      },
      {
        caseId: 'JX01',
        sentences: 3,
        codedSentences: 1,
        coverage: 0.333333,
        characters: 27,
        codedCharacters: 8,
        characterCoverage: 0.296296,
        codes: 2,
      },
    ]);
  });

  it('and the uncoded passages are each other’s rest', () => {
    expect(tabulateUncoded(sentences).map(({ quote }) => quote)).toEqual([
      '账目每月公开，大家放心！',
      '后来又修了路。',
    ]);
  });
});
