import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSteps } from '../../../src/model/cleaning-step.js';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { HAN } from '../../../src/text/han.js';

const TEXTS = join(import.meta.dirname, '../../../../shared/texts');
const NAMES = [
  'consolidation-policy',
  'linkage-mechanism-report',
  'linkage-sichuan',
  'policy-coordination',
] as const;
const ANY_HAN = new RegExp(`[${HAN}]`, 'gu');

/** How many numbered headings must be lines of their own, and the sha256 of them, checked by reading. */
const HEADINGS: Readonly<Record<string, readonly [count: number, hash: string]>> = {
  'consolidation-policy': [14, 'ddef171295e4'],
  'linkage-mechanism-report': [57, '80a1dff7f2b7'],
  'linkage-sichuan': [19, '5397fea9f63d'],
};
const HEADING = /^(?:\d(?:\.\d)*(?=[^\d年.])|[一二三四五六]、|（[一二三四五六七]）)/;
const LONGEST_WORD = 7;

const read = (name: string) => readFileSync(join(TEXTS, `${name}.txt`), 'utf8');
const hanOf = (text: string) => (text.match(ANY_HAN) ?? []).sort();

/** The words that a human reader would take for one: those of jieba's dictionary and the codebook's terms. */
function knownWords(): Set<string> {
  const dictionary = createRequire(import.meta.url).resolve(
    'nodejieba/submodules/cppjieba/dict/jieba.dict.utf8',
  );
  const words = readFileSync(dictionary, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  const terms = readFileSync('codebooks/six-pillars.yaml', 'utf8').match(/[\u4e00-\u9fff]{2,7}/g) ?? [];
  return new Set([...words, ...terms]);
}

/** Words that stand half at the end of a line, half at the start of the next. Two characters may meet by chance
 * at the end of a heading, so that they count only behind a line too long for one. */
function cutWords(text: string, words: ReadonlySet<string>): string[] {
  const lines = text.split('\n');
  return lines.flatMap((next, at) => {
    const line = lines[at - 1];
    if (line === undefined) return [];
    const found: string[] = [];
    for (let before = 1; before < LONGEST_WORD; before += 1) {
      for (let after = 1; before + after <= LONGEST_WORD; after += 1) {
        const word = line.slice(-before) + next.slice(0, after);
        if (word.length >= (line.length > 40 ? 2 : 3) && words.has(word)) found.push(word);
      }
    }
    return found;
  });
}

describe.skipIf(!existsSync(TEXTS))('real documents after cleaning (skipped without ../shared)', () => {
  it('have no word of the dictionary or the codebook cut by a former line end', () => {
    const words = knownWords();
    expect(words.size).toBeGreaterThan(300_000);
    expect(cutWords(read('linkage-sichuan').replaceAll(/\n+/g, '\n'), words).length).toBeGreaterThan(20);
    for (const name of NAMES) expect(cutWords(normalizeText(read(name)).text, words), name).toEqual([]);
  });

  it.each(NAMES)('have every Han character of %s, whatever step is taken', (name) => {
    const raw = read(name);
    const mended = normalizeText(raw, { steps: ['radicals'] }).text;
    for (const at of defaultSteps.keys()) {
      const steps = defaultSteps.slice(0, at + 1);
      const before = steps.includes('radicals') ? mended : raw;
      expect(hanOf(normalizeText(raw, { steps }).text), steps.at(-1)).toEqual(hanOf(before));
    }
  });

  it.each(Object.entries(HEADINGS))(
    'keep the headings of %s on lines of their own',
    (name, [count, hash]) => {
      const headings = normalizeText(read(name))
        .text.split('\n')
        .filter((line) => line.length < 36 && HEADING.test(line) && !/[。；，]$|\t/.test(line));
      expect(headings).toHaveLength(count);
      expect(createHash('sha256').update(headings.join('\n')).digest('hex').slice(0, 12)).toBe(hash);
    },
  );

  it.each(NAMES)('have no page number or running head in a sentence of %s', (name) => {
    const { text } = normalizeText(read(name));
    expect(text).not.toMatch(/[\u4e00-\u9fff，][·•—–-] ?\d{1,4} ?[·•—–-][\u4e00-\u9fff]/);
    const counts = new Map<string, number>();
    for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
    const heads = [...counts].filter(([line, times]) => times > 2 && line.length > 6);
    expect(heads).toEqual([]);
  });
});
