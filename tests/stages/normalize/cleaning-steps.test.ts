import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaningSteps, type StepName } from '../../../src/model/cleaning-step.js';
import { normalizeText, openCleaning } from '../../../src/stages/normalize/normalize-text.js';
import { cutSections, joinSections, openSections } from '../../../src/stages/normalize/sections.js';
import { traceCleaning } from '../../../src/stages/normalize/trace-cleaning.js';
import { normalizeAsIs, rawSpan } from '../../../src/text/origins.js';
import { mixedText } from '../../text/arbitraries.js';
import { expectOrigins } from './expect-origins.js';

const clean = (text: string, steps?: readonly StepName[]) => normalizeText(text, { steps }).text;
const length = (text: string) => [...text].length;

const PARAGRAPH = [
  '栖禾县把桃园交给合作社统一管理，农户按地块入股，',
  '每年秋后由村里当众分一次账，谁家出了多少工、投了',
  '多少肥都写在祠堂的墙上。去年全村分到手的钱一共是',
  '十二万元，比前年多了三成，最少的一户也拿到了八百',
];

/** As wide as the column, so that it seems to go on behind a footnote. */
const ROW = '栖禾县桃园每年秋后由村里当众分一次账谁家出多少工';

const dirty = fc
  .array(
    fc.oneof(
      mixedText('動區乾裡瞭①*：'),
      fc.constantFrom(
        '\f',
        '(dòng)',
        '（qū）',
        'pov⁃\nerty ',
        '图 1  框架\n',
        '①注。\n',
        '答：',
        '……12\n',
        '\u2028',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
/** A hard-wrapped paragraph that footnotes and figures have torn, each where a line ends. */
const torn = fc
  .array(
    fc.constantFrom(
      ['①注脱贫。'],
      ['①注脱贫，占了两', '行的。'],
      ['图 1  框架', '振兴', '攻坚'],
      ['图 1  框架', ROW, '①注脱贫，占了两', '行的。', ROW, '②注。', ROW],
      ['①注脱贫，占了两', '图 1  框架', '振兴', '行的。'],
      ['\f', '①注😀。', '②二。'],
    ),
    { maxLength: 4 },
  )
  .map((blocks) =>
    [...PARAGRAPH, ...PARAGRAPH, '元。'].flatMap((line, at) => [line, ...(blocks[at - 1] ?? [])]).join('\n'),
  );
const dirt = fc.oneof({ weight: 3, arbitrary: dirty }, torn);
const anySteps = fc.subarray([...cleaningSteps]);

/** So short that these texts are cut, or none. */
const sectionLength = fc.integer({ min: 4, max: 40 });
const anySection = fc.option(sectionLength, { nil: undefined });
/** Long enough for what tears a sentence and both its halves. */
const longSection = fc.option(fc.integer({ min: 150, max: 300 }), { nil: undefined });

const isKept = (letter: string) => /[脱贫攻坚振兴桃园“”😀]/u.test(letter);

describe('any cleaning steps on any text', () => {
  it('give every code point a valid origin, in order, that leads back to what stands there', () => {
    fc.assert(
      fc.property(dirt, anySteps, anySection, (raw, steps, sectionLength) => {
        expectOrigins(raw, normalizeText(raw, { steps, sectionLength }), isKept);
      }),
      { numRuns: 400 },
    );
  });

  it('give what was torn by footnotes and figures origins that rise, and then what tore it', () => {
    let setApart = 0;
    const withoutSome = fc.subarray([...cleaningSteps], { minLength: cleaningSteps.length - 3 });
    fc.assert(
      fc.property(torn, withoutSome, longSection, (raw, steps, sectionLength) => {
        if (expectOrigins(raw, normalizeText(raw, { steps, sectionLength }), isKept)) setApart += 1;
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(setApart).toBeGreaterThan(60);
  });

  it('hold what is set apart up to a limit, and then leave what tears a sentence where it stands', () => {
    const page = [...PARAGRAPH, '①这里说的“八百”是指八百元现金。', '元。'].join('\n');
    const raw = Array.from({ length: 60 }, () => page).join('\n');
    const sectionLength = page.length + 1;
    const { text, steps } = normalizeText(raw, { sectionLength });
    const set = steps.find(({ step }) => step === 'footnotes')?.edits ?? 0;
    expect(set).toBeGreaterThan(10);
    expect(set).toBeLessThan(60);
    expect(
      text
        .split('\n')
        .slice(-set)
        .every((line) => line.startsWith('①')),
    ).toBe(true);
    expect(text.split('①')).toHaveLength(61);
    expect(traceCleaning(raw, { sectionLength }).filter(({ step }) => step === 'footnotes')).toHaveLength(
      set,
    );
  });

  it('count exactly what they took away, step by step', () => {
    fc.assert(
      fc.property(dirt, anySteps, (raw, steps) => {
        const { text, steps: counts } = normalizeText(raw, { steps });
        expect(counts.map(({ step }) => step)).toEqual(cleaningSteps.filter((step) => steps.includes(step)));
        const removed = counts.reduce((sum, count) => sum + count.removed, 0);
        expect(removed).toBe(length(raw) - length(text));
        for (const [at, count] of counts.entries()) {
          const done = counts.slice(0, at + 1).map(({ step }) => step as StepName);
          const before = counts.slice(0, at).map(({ step }) => step as StepName);
          expect(length(clean(raw, before)) - length(clean(raw, done))).toBe(count.removed);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are told change by change, as many as were counted', () => {
    fc.assert(
      fc.property(dirt, anySteps, anySection, (raw, steps, sectionLength) => {
        const changes = traceCleaning(raw, { steps, sectionLength });
        for (const { step, edits, removed } of normalizeText(raw, { steps, sectionLength }).steps) {
          const own = changes.filter((change) => change.step === step);
          expect(own).toHaveLength(edits);
          expect(own.reduce((sum, { before, after }) => sum + length(before) - length(after), 0)).toBe(
            removed,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leave the text as it is when there are none', () => {
    fc.assert(
      fc.property(dirt, (raw) => {
        expect(normalizeText(raw, { steps: [] })).toEqual(normalizeAsIs(raw));
      }),
    );
  });

  it('are cut into the same sections however the text comes, and these join to the text', () => {
    fc.assert(
      fc.property(fc.array(dirt, { maxLength: 4 }), sectionLength, (pieces, length) => {
        const raw = pieces.join('');
        const cutter = openSections(length);
        const sections = [...pieces.flatMap((piece) => [...cutter.add(piece)]), cutter.end()];
        expect(sections).toEqual([...cutSections(raw, length)]);
        expect(sections.map(({ text, border }) => text + border).join('')).toBe(raw);
        expect(sections.every(({ text }) => text.length <= length)).toBe(true);
      }),
    );
  });

  it('clean a text that comes in pieces as they clean the whole', () => {
    fc.assert(
      fc.property(fc.array(dirt, { maxLength: 4 }), sectionLength, (pieces, sectionLength) => {
        const raw = pieces.join('');
        const cleaning = openCleaning({ sectionLength });
        const sections = [...pieces.flatMap((piece) => [...cleaning.add(piece)]), cleaning.end()];
        expect(sections.map(({ text }) => text).join('')).toBe(raw);
        expect(joinSections(sections.map(({ normalized }) => normalized))).toEqual(
          normalizeText(raw, { sectionLength }),
        );
      }),
    );
  });

  it('cut a text where a paragraph ends, and leave alone the line end between two sections', () => {
    const paragraph = '桃园分账，每年一次。\n';
    const raw = paragraph.repeat(9);
    expect([...cutSections(raw, 40)].map(({ text, border, start }) => [text.length, border, start])).toEqual([
      [32, '\n', 0],
      [32, '\n', 33],
      [33, '', 66],
    ]);
    expect(normalizeText(raw, { sectionLength: 40 }).text).toBe(normalizeText(raw).text);
  });
});

describe('cleaning', () => {
  it('drops the readings that scraping leaves behind characters, where there are many', () => {
    const scraped = '推動(dòng)地區(qū)發展(fā)經(jīng)濟，建設(shè)鄉村(cūn)。';
    expect(clean(scraped)).toBe('推動地區發展經濟，建設鄉村。');
    expect(clean('尪(wāng)村的酒很有名。')).toBe('尪(wāng)村的酒很有名。');
    const words = '甲(one)乙(two)丙(three)丁(four)戊(five)己(six)';
    expect(clean(words)).toBe(words);
  });

  it('simplifies on request only, and keeps the origins', () => {
    const text = '乾隆年間的鄉親，頭髮發白，瞭解情況';
    expect(clean(text)).toBe(text);
    const simple = normalizeText(text, { steps: ['simplify'] });
    expect(simple.text).toBe('乾隆年间的乡亲，头发发白，了解情况');
    expect(rawSpan(simple, { start: 10, end: 12 })).toEqual({ start: 10, end: 12 });
  });

  it('mends hyphens at line ends, not those of compounds', () => {
    const lines = [
      'This paper reviews the long-term plans of the pov⁃',
      'erty alleviation policies, and it analyzes the vil-',
      'lages and their terraces, in the light of a long-',
      'term loan, which the county granted to all of them,',
      'which are many.',
    ].join('\n');
    expect(clean(lines)).toBe(
      'This paper reviews the long-term plans of the poverty alleviation policies, and it analyzes the villages and their terraces, in the light of a long-term loan, which the county granted to all of them, which are many.',
    );
  });

  it('sets a footnote apart from the sentence that the page end put it in, behind the text', () => {
    const torn = [
      ...PARAGRAPH,
      '①这里说的“八百”是指八百元现金。',
      '元。老支书说，账要算给大家看，大家才肯出力。',
    ];
    expect(clean(torn.join('\n')).split('\n')).toEqual([
      `${PARAGRAPH.join('')}元。老支书说，账要算给大家看，大家才肯出力。`,
      '①这里说的“八百”是指八百元现金。',
    ]);
    const list = [...PARAGRAPH.slice(0, 3), '如下几样：', '①化肥的钱。', '②人工的钱。'];
    expect(clean(list.join('\n'))).toContain('①化肥的钱。');
  });

  it('parts the rows of a figure in two where a footnote was set apart from them', () => {
    const torn = [...PARAGRAPH, '图 1  框架', ROW, '①钱数见账本。', ROW, '元。'];
    const [body, ...notes] = clean(torn.join('\n')).split('\n');
    expect(body).toBe(`${PARAGRAPH.join('')}元。`);
    expect(notes).toEqual([`图1框架\t${ROW}`, '①钱数见账本。', ROW]);
  });

  it('sets a caption with its labels apart from the sentence that it tore', () => {
    const torn = [
      ...PARAGRAPH,
      '图1 桃园分账的办法',
      '入股',
      '分账',
      '元。老支书说，账要算给大家看，大家才肯出力。',
    ];
    expect(clean(torn.join('\n')).split('\n')).toEqual([
      `${PARAGRAPH.join('')}元。老支书说，账要算给大家看，大家才肯出力。`,
      '图1桃园分账的办法\t入股\t分账',
    ]);
    const between = [
      ...PARAGRAPH.slice(0, 3),
      '十二万元。',
      '图1 桃园分账的办法',
      '老支书说，账要算给大家看，大家才肯出力。',
    ];
    expect(clean(between.join('\n'))).toContain('图1桃园分账的办法');
  });

  it('takes heads and page numbers away at the form feeds of a PDF and joins what they parted', () => {
    const body = [...'甲乙丙丁'].map((name) => PARAGRAPH.map((line) => name + line.slice(1)));
    const pages = body.map((lines, page) => ['栖禾县案例', ...lines, String(page + 7)].join('\n'));
    // The first line may be the title, from which the head is taken: it stays.
    expect(clean(pages.join('\f'))).toBe(`栖禾县案例\n${body.flat().join('')}`);
  });

  it('keeps the turns of speakers on lines of their own', () => {
    const talk = [
      '问：去年分了多少？',
      `答：${PARAGRAPH[0]}`,
      ...PARAGRAPH.slice(1),
      '元。',
      '问：谁家最少？',
      '答：老周家。',
    ];
    expect(
      clean(talk.join('\n'))
        .split('\n')
        .map((line) => line.slice(0, 2)),
    ).toEqual(['问：', '答：', '问：', '答：']);
    const named = [
      '张三：今年雨水多。',
      '李四妹：路也不好走。',
      ...PARAGRAPH,
      '元。',
      '张三：那就修路。',
      '李四妹：好，说定了。',
    ];
    const lines = clean(named.join('\n')).split('\n');
    expect(lines.filter((line) => /^(?:张三|李四妹)：/.test(line))).toHaveLength(4);
  });

  it('keeps the entries of a table of contents apart', () => {
    const contents = [
      '目录',
      '第一章 桃园………………1',
      '1.1 入股的办法与章程……2',
      '1.2 分账……………………12',
      '',
      ...PARAGRAPH,
    ];
    expect(
      clean(contents.join('\n'))
        .split('\n')
        .slice(0, 4)
        .every((line) => line.length < 20),
    ).toBe(true);
  });

  it('keeps the blank that parts a title in two, and no other', () => {
    expect(clean('一园多业 家家有份')).toBe('一园多业 家家有份');
    expect(clean('扶贫 产业园')).toBe('扶贫产业园');
    expect(clean('一园多业 家家有份，年年分账')).toBe('一园多业家家有份，年年分账');
  });
});
