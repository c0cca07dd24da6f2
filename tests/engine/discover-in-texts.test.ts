import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { discoverySteps, planDiscovery } from '../../src/engine/discovery-steps.js';
import { type Spill, spillToFolder, spillToMemory } from '../../src/engine/spill.js';
import { type TextSource, textBatches } from '../../src/engine/text-batches.js';
import type { NewWord } from '../../src/model/new-word.js';
import { discoverWords } from '../../src/stages/discover/discover-words.js';
import { encodeCorpus, encodePieces, type TextPiece } from '../../src/stages/discover/encode-corpus.js';
import { rankWords } from '../../src/stages/discover/rank-words.js';
import { openSegmenter } from '../../src/stages/segment/jieba.js';
import { CORPUS, makeFolder } from '../workflow/project.js';

const OPTIONS = { profile: 'both', minFrequency: 3, maxLength: 8 } as const;
const folder = makeFolder();
afterAll(folder.remove);

const segmenter = openSegmenter();
const reports = readdirSync(CORPUS)
  .sort()
  .map((name) => readFileSync(join(CORPUS, name), 'utf8'));
const found = discoverWords(reports, segmenter, OPTIONS);

/** Takes the steps of a discovery, those of each kind from the last to the first, each by somebody new. */
function takeBackwards(spill: Spill, batches: readonly (readonly TextPiece[])[]): NewWord[] {
  const take = (step: Parameters<ReturnType<typeof discoverySteps>>[0]) =>
    discoverySteps(spill, segmenter, OPTIONS)(step);
  const parts = batches.length;
  for (const [part, pieces] of [...batches.entries()].toReversed()) take({ kind: 'encode', part, pieces });
  const buckets = [...planDiscovery(spill, parts, OPTIONS).buckets.keys()].toReversed();
  for (const bucket of buckets) take({ kind: 'count', bucket, parts });
  return [...rankWords(buckets.flatMap((bucket) => take({ kind: 'score', bucket, parts }) ?? []))];
}

/** Each text a batch, the second in two pieces that lie in different batches. */
function inSmallBatches(texts: readonly string[]): TextPiece[][] {
  return texts.flatMap((text, index) => {
    const end = index === 1 ? text.indexOf('\n', text.length >> 1) : text.length;
    const pieces = [{ text: text.slice(0, end), begins: true }];
    if (end < text.length) pieces.push({ text: text.slice(end + 1), begins: false });
    return pieces.map((piece) => [piece]);
  });
}

describe('the steps of a discovery', () => {
  it('find in parts on disk exactly what is found in memory at once, whoever takes them', () => {
    const disk = join(folder.path, 'spill');
    mkdirSync(disk);
    expect(takeBackwards(spillToFolder(disk), inSmallBatches(reports))).toEqual(found);
  });

  it('find the same in any order of the texts', () => {
    expect(takeBackwards(spillToMemory(), inSmallBatches(reports.toReversed()))).toEqual(found);
  });
});

describe('a spill', () => {
  it('says which folder cannot be written', () => {
    const gone = join(folder.path, 'gone');
    expect(() => spillToFolder(gone).write('cells-0', new Int32Array(1))).toThrow(
      expect.objectContaining({
        code: 'files/cannot-write',
        params: expect.objectContaining({ path: gone }),
      }),
    );
  });
});

describe('textBatches', () => {
  const batchesOf = async (texts: readonly TextSource[]) => {
    const batches: (readonly TextPiece[])[] = [];
    for await (const batch of textBatches(texts)) batches.push(batch);
    return batches;
  };
  const piecesOf = async (text: TextSource) => (await batchesOf([text])).flat();
  /** A text in chunks of so many characters. */
  async function* inChunks(text: string, length: number): AsyncGenerator<string> {
    const characters = Array.from(text);
    for (let at = 0; at < characters.length; at += length) yield characters.slice(at, at + length).join('');
  }

  it('cuts a large text at line ends, so that its pieces join to it again', async () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `第${i}行：扶贫产业园带动就业。`).join('\n');
    const batches = await batchesOf(['', text, '尾']);
    expect(batches.length).toBeGreaterThan(1);
    const pieces = batches.flat();
    expect(pieces.filter(({ begins }) => begins)).toHaveLength(3);
    expect(
      pieces
        .slice(1, -1)
        .map((piece) => piece.text)
        .join('\n'),
    ).toBe(text);
  });

  it('cuts a line without end where the segmenter begins anew, so that no count changes', async () => {
    const line = reports.join('').replaceAll('\n', '');
    const text = `${line}${line}\n${line}`;
    const pieces = await piecesOf(text);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) expect(piece.text.length).toBeLessThanOrEqual(65_536);
    expect(encodePieces(pieces, segmenter)).toEqual(encodeCorpus([text], segmenter));
  });

  it('cuts between two characters what gives no such place', async () => {
    const line = '𠮷'.repeat(100_000);
    const pieces = await piecesOf(line);
    expect(pieces.map(({ begins }) => begins)).toEqual([true, false, false, false]);
    expect(pieces.map(({ text }) => text).join('')).toBe(line);
    for (const { text } of pieces) expect(text.isWellFormed()).toBe(true);
  });

  it('makes the same pieces however the text comes', async () => {
    const line = fc.tuple(fc.constantFrom('扶贫', '𠮷，', 'a 扶'), fc.integer({ min: 0, max: 70_000 }));
    const chunk = fc.integer({ min: 7_000, max: 150_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 4 }), chunk, async (lines, length) => {
        const text = lines.map(([unit, times]) => unit.repeat(times)).join('\n');
        expect(await piecesOf(inChunks(text, length))).toEqual(await piecesOf(text));
      }),
      { numRuns: 20 },
    );
  });

  it('has no batch of no texts', async () => {
    expect(await batchesOf([])).toEqual([]);
  });
});
