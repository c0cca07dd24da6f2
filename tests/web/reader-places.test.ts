import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { readNormalizedText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { rawSpan } from '../../src/text/origins.js';
import { moveEdge } from '../../src/web/client/pages/reader/edges.js';
import { lineFinder } from '../../src/web/client/pages/reader/find-lines.js';
import { lanesOf } from '../../src/web/client/pages/reader/lanes.js';
import { rawBetween, rawOfStretch, stretchOfRaw } from '../../src/web/client/pages/reader/places.js';
import { wordsOf } from '../../src/web/client/pages/reader/read-places.js';
import { cutLine } from '../../src/web/client/pages/reader/segments.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { type ReadText, readCaseText } from '../../src/workflow/read-case-text.js';
import { contextOf, makeFolder } from '../workflow/project.js';

/** What a copy may have: characters beyond the basic plane, blanks between Han characters, broken lines, notes, page numbers. */
const piece = fc.constantFrom(
  '脱贫攻坚',
  '𠮷野家搬迁',
  '易地 扶贫',
  '合 作 社',
  '产业。',
  '（二○一六年）',
  '[1]',
  '\u3000\u3000',
  '…… ',
  '“好！”',
  '\n',
  '\r\n',
  '\n- 3 -\n',
  'ＡＢＣ１２',
  '\t',
  '😀',
  '第一书记；',
  '、',
);
const TEXTS = fc.sample(
  fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => `甲村${pieces.join('')}乙村。`),
  { numRuns: 40, seed: 17 },
);

const folder = makeFolder();
let context: Context;
/** Each text in a form, with the raw text and what cleaning made of it. */
const read: { raw: string[]; clean: ReadText; asIs: ReadText }[] = [];

beforeAll(async () => {
  for (const [at, text] of TEXTS.entries()) writeFileSync(join(folder.path, `t${at}.txt`), text);
  context = contextOf(openStore(join(folder.path, 'p.db'), { mode: 'create' }));
  await importCases(context, { paths: [folder.path], skipBad: true });
  for (const at of TEXTS.keys()) {
    const raw = context.store.get<{ text: string }>(
      `SELECT text FROM text_part JOIN case_version USING (version_no) JOIN project_case USING (case_no) WHERE id = ?`,
      `t${at}`,
    );
    if (!raw) continue;
    read.push({
      raw: [...raw.text],
      clean: readCaseText(context, `t${at}`, 'clean'),
      asIs: readCaseText(context, `t${at}`, 'raw'),
    });
  }
});

afterAll(() => {
  context.store.close();
  folder.remove();
});

/** Two places in a text, each a line and a number of code points in it. */
const chosen = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat());
type Chosen = readonly [number, number, number, number, number];

function choose([text, ...numbers]: Chosen, form: 'clean' | 'asIs') {
  const one = read[text % read.length] as (typeof read)[number];
  const { lines, id, version } = one[form];
  const place = (line: number, at: number) => {
    const index = line % lines.length;
    return { line: index, at: at % ([...(lines[index]?.text ?? '')].length + 1) };
  };
  return {
    ...one,
    lines,
    id,
    version,
    from: place(numbers[0], numbers[1]),
    to: place(numbers[2], numbers[3]),
  };
}

describe('places in a text that is read', () => {
  it('are tried in texts that cleaning changed', () => {
    expect(read.length).toBeGreaterThan(30);
    const isChanged = ({ raw, clean }: (typeof read)[number]) =>
      clean.lines.map(({ text }) => text).join('\n') !== raw.join('');
    expect(read.filter(isChanged).length).toBeGreaterThan(25);
  });

  it('are, clean, where the origins of the clean text say, whatever is selected', () => {
    fc.assert(
      fc.property(chosen, (numbers) => {
        const { lines, id, version, from, to } = choose(numbers, 'clean');
        const normalized = readNormalizedText(context.store, id, version);
        if (!normalized) throw new Error(id);
        // Where the lines that are read begin in the clean text, whose blank lines are not read.
        const starts: number[] = [];
        let start = 0;
        for (const line of normalized.text.split('\n')) {
          if (line.trim() !== '') starts.push(start);
          start += [...line].length + 1;
        }
        const at = (place: typeof from) => (starts[place.line] ?? 0) + place.at;
        const [first, last] = [at(from), at(to)].sort((one, other) => one - other) as [number, number];
        const words = [...normalized.text].slice(first, last).join('');
        const expected = words.trim() === '' ? null : rawSpan(normalized, { start: first, end: last });
        const found = rawBetween(lines, from, to);
        if (expected === null) return;
        // A line end at the border of what is selected has an origin of its own, which is not selected.
        if (/^\n|\n$/.test(words)) return;
        expect(found).toEqual(expected);
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it('are, raw, the characters that are selected', () => {
    fc.assert(
      fc.property(chosen, (numbers) => {
        const { raw, lines, from, to } = choose(numbers, 'asIs');
        const span = rawBetween(lines, from, to);
        if (span === null || from.line !== to.line) return;
        const [start, end] = [from.at, to.at].sort((one, other) => one - other);
        const line = [...(lines[from.line]?.text ?? '')];
        expect(raw.slice(span.start, span.end).join('')).toBe(line.slice(start, end).join(''));
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('come back: what is coded there is drawn on all that was selected', () => {
    fc.assert(
      fc.property(chosen, fc.constantFrom('clean' as const, 'asIs' as const), (numbers, form) => {
        const { lines, from, to } = choose(numbers, form);
        const [start, end] = [from.at, to.at].sort((one, other) => one - other) as [number, number];
        const line = lines[from.line];
        const limit = [...(line?.text ?? '')].length;
        if (!line || start >= Math.min(end, limit)) return;
        const span = rawOfStretch(line, [start, Math.min(end, limit)]);
        if (!span) throw new Error('no origin');
        const back = stretchOfRaw(line, span);
        expect(back?.[0]).toBeLessThanOrEqual(start);
        expect(back?.[1]).toBeGreaterThanOrEqual(Math.min(end, limit));
        expect(lineFinder(lines)(span)).toContain(from.line);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('the edges of a selection', () => {
  const text = '贫困户𠮷加入合作社。';
  const line = { text, origins: [[0, [...text].length, 100, 0]] as const };
  const places = { lines: [line] as never[], find: lineFinder([line]) };

  it('move by words and by characters, beyond the basic plane too', () => {
    const span = { start: 100, end: 103 };
    const move = (edge: 'start' | 'end', step: 1 | -1, by: 'word' | 'character') =>
      wordsOf(places, moveEdge(places, span, { edge, step, by }));
    expect(wordsOf(places, span)).toBe('贫困户');
    expect(move('end', 1, 'character')).toBe('贫困户𠮷');
    expect(move('end', -1, 'character')).toBe('贫困');
    expect(move('start', 1, 'character')).toBe('困户');
    expect(move('end', 1, 'word').length).toBeGreaterThan(3);
  });

  it('never pass each other', () => {
    const one = { start: 100, end: 101 };
    expect(moveEdge(places, one, { edge: 'end', step: -1, by: 'character' })).toEqual(one);
    expect(moveEdge(places, one, { edge: 'start', step: 1, by: 'character' })).toEqual(one);
  });
});

describe('what is laid over a line', () => {
  it('cuts it into parts that join to the line again, each with what covers it', () => {
    const stretch = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
        const text = '甲𠮷乙丙😀丁戊己庚';
        const parts = cutLine(
          text,
          stretches.map(([start = 0, end = 0], mark) => ({ stretch: [start, end] as const, mark })),
        );
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) {
          const covering = stretches.flatMap(([start = 0, end = 0], mark) =>
            start <= part.start && part.start < end ? [mark] : [],
          );
          expect(part.marks).toEqual(covering);
        }
      }),
    );
  });

  it('gives spans of one lane room, and the first lane to what comes first', () => {
    const span = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 80 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const rising = [...spans].sort((one, other) => one.start - other.start);
        const lanes = lanesOf(rising, 10);
        for (const [at, one] of rising.entries()) {
          for (const [before, other] of rising.slice(0, at).entries()) {
            if (lanes[at] === lanes[before]) expect(other.end + 10).toBeLessThanOrEqual(one.start);
          }
        }
        expect(lanes[0] ?? 0).toBe(0);
      }),
    );
  });
});
