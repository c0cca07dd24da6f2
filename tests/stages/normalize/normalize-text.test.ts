import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSteps } from '../../../src/model/cleaning-step.js';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { rawSpan } from '../../../src/text/origins.js';
import { splitSentences } from '../../../src/text/sentences.js';
import { mixedText } from '../../text/arbitraries.js';
import { expectOrigins } from './expect-origins.js';

const SHARED = join(import.meta.dirname, '../../../../shared');

const clean = (text: string) => normalizeText(text).text;

/** A text as PDF extraction gives it: lines of 22 characters, each followed by a blank line. */
const WRAPPED = [
  '一、产业发展的做法',
  '栖禾县把桃园交给合作社统一管理，农户按地块入股，',
  '每年秋后由村里当众分一次账，谁家出了多少工、投了',
  '多少肥都写在祠堂的墙上。去年全村分到手的钱一共是',
  '１２万元，比前年多了三成，最少的一户也拿到了八百',
  '元。老支书说，账要算给大家看，大家才肯把扶贫产业',
  '园当成自己的家业来经营，这个理走到哪里都讲得通。',
  '（一）看得见的账本',
  '村里买了一块黑板，每天的用工和开支由会计写上去，',
  '谁都可以问。',
].join('\n\n');

describe('normalizeText on characters', () => {
  it('unifies line ends and drops what cannot be seen', () => {
    expect(clean('\ufeff一户\u200b一策\r\n\r\n明\u0007白卡\u00ad\r')).toBe('一户一策\n明白卡');
  });

  it('keeps emoji whole', () => {
    expect(clean('好👨‍👩‍👧！')).toBe('好👨‍👩‍👧！');
  });

  it('narrows digits, Latin letters and the marks between them, not Chinese punctuation', () => {
    expect(clean('２０２０年用ＮＬＰＩＲ，增长３．５％；“１－２月”（全部）')).toBe(
      '2020年用NLPIR，增长3.5%；“1-2月”（全部）',
    );
  });

  it('puts characters in the place of the radicals that PDF fonts give', () => {
    expect(clean('⼈⺠的⾰新，⼾⼾⻓⻚')).toBe('人民的革新，户户长页');
  });

  it('widens stray half-width stops and commas between Chinese characters', () => {
    expect(clean('修了路,通了水.村里变了样.\n增长3.5,1.2倍')).toBe(
      '修了路，通了水。村里变了样。\n增长3.5,1.2倍',
    );
    expect(clean('一.种桃\n2.养蜂')).toBe('一.种桃\n2.养蜂');
  });

  it('makes «» title marks', () => {
    expect(clean('印发了«办法»')).toBe('印发了《办法》');
  });

  it('closes gaps between Chinese characters, digits and letters, not between words', () => {
    expect(clean('设立 5年 过渡期　，共 1 273 户，由 NLPIR Parser 完成')).toBe(
      '设立5年过渡期，共1 273户，由NLPIR Parser完成',
    );
  });
});

describe('normalizeText on pages', () => {
  it('joins the lines of a hard-wrapped document, so that broken words are found whole', () => {
    const lines = clean(WRAPPED).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('一、产业发展的做法');
    expect(lines[1]).toContain('一共是12万元');
    expect(lines[1]).toContain('扶贫产业园当成');
    expect(lines[2]).toBe('（一）看得见的账本');
    expect(lines[3]).toBe('村里买了一块黑板，每天的用工和开支由会计写上去，谁都可以问。');
  });

  it('gives a word broken over two lines the hull of its parts as origin', () => {
    const normalized = normalizeText(WRAPPED);
    const start = [...normalized.text.slice(0, normalized.text.indexOf('扶贫产业园'))].length;
    expect(sliceCodePoints(WRAPPED, rawSpan(normalized, { start, end: start + 5 }))).toBe('扶贫产业\n\n园');
  });

  it('takes running heads and page numbers out of sentences', () => {
    const torn = WRAPPED.replace(
      '谁家出了多少工、投了\n\n',
      '谁家出了多少工、投了\n\n栖禾县案例汇编\n\n12\n\n',
    )
      .replace('也拿到了八百\n\n', '也拿到了八百\n\n13\n\n栖禾县案例汇编\n\n')
      .replace('开支由会计写上去，\n\n', '开支由会计写上去，\n\n· 14 · 栖禾县案例汇编\n\n— 14 —\n\n');
    expect(torn).not.toBe(WRAPPED);
    const text = clean(torn);
    expect(text).toContain('谁家出了多少工、投了多少肥都写在祠堂的墙上。');
    expect(text).toBe(clean(WRAPPED));
  });

  it('takes numbered running heads out of a text of one paragraph a line too', () => {
    const first =
      '合作社的账本每个月都贴在祠堂门口，谁家出了多少工、分了多少钱，一笔一笔都看得清清楚楚，所以大家都愿意';
    const text = `${first}\n县域经济 12\n出力。\n${first}\n县域经济 13\n多干。\n2018\n路通了。`;
    expect(clean(text)).toBe(`${first}出力。\n${first}多干。\n2018\n路通了。`);
  });

  it('starts a paragraph where a line is indented', () => {
    const indented = [
      '    村里的路修好以后，收桃的车能一直开到地头，一斤',
      '能多卖三毛钱。到了夏天，外面的人也开车进来看山看',
      '水，有几家就把空房收拾出来，开起了小客栈。生意一好',
      '年轻人也回来了。以前走三个小时才能到的镇，如今二十',
      '    会计老周记得清楚，头一年来了四百多人，第二年就',
      '有三千人。',
    ].join('\n');
    expect(
      clean(indented)
        .split('\n')
        .map((line) => line.slice(0, 4)),
    ).toEqual(['村里的路', '会计老周']);
  });

  it('leaves a text of one paragraph a line untouched', () => {
    const text = [
      '礼簿变薄以后',
      '栎溪县枫木冲村在县城西北角，两山夹一条溪，清明前后满沟都是泡桐花。',
      '老辈人说这里的人“穷得讲礼”：家里可以没有隔夜米，别家的酒席不能不去',
      '2016年',
      '一、算账',
      '县里替每户出了五十元保费；',
      '住院自付超过两万的部分，保险公司再赔。',
    ].join('\n');
    expect(clean(text)).toBe(text);
  });

  it('joins what a page end or a link tore apart in a text of one paragraph a line, but not its title', () => {
    const title = '铃响在前，人到在先——砚塬县用“响铃台账”盯住返贫风险的做法与体会';
    const torn = '一是账目公开。每个月的用工和开支都由会计写在黑板上，谁都可以问，谁都可以查，所以大家都愿意';
    expect(clean(`${title}\n砚塬县在沟壑的最深处。\n${torn}\n\n出力。`)).toBe(
      `${title}\n砚塬县在沟壑的最深处。\n${torn}出力。`,
    );
    expect(clean('印发了《\n乡村振兴规划\n》。\n细颗粒物［\n1\n］下降。')).toBe(
      '印发了《乡村振兴规划》。\n细颗粒物［1］下降。',
    );
  });

  it('joins numbers broken by the page', () => {
    const wrapped = WRAPPED.replace('一共是\n\n１２万元', '有１\n\n２万元');
    expect(clean(wrapped)).toContain('去年全村分到手的钱有12万元，');
  });

  it('keeps English words apart and mends their hyphens', () => {
    const english = [
      'This paper reviews the basic logic of the pov⁃',
      'erty alleviation policies, and it analyzes the',
      'importance of consolidating the achievements,',
      'which are many.',
    ].join('\n');
    expect(clean(english)).toBe(
      'This paper reviews the basic logic of the poverty alleviation policies, and it analyzes the importance of consolidating the achievements, which are many.',
    );
  });

  it('takes time linear in the text', () => {
    const started = process.cpuUsage();
    for (const piece of [
      ' ',
      '扶 ',
      '扶.',
      '扶[1,',
      '12\n',
      '2 \n',
      '２．',
      'a',
      '# ',
      '”',
      '😀\n',
      '扶贫，扶贫扶贫扶贫扶贫扶贫扶\n7\n',
    ]) {
      clean(piece.repeat(200_000 / piece.length));
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
  });

  it('gives one paragraph a line', () => {
    expect(clean('\n\n 题目 \n\n　　第一段。\n \n\n第二段。\n\n')).toBe('题目\n第一段。\n第二段。');
    expect(clean(' \n')).toBe('');
  });

  it('names and counts every step', () => {
    const { steps } = normalizeText('１２户\r\n\r\n桃红，柳绿［1］');
    expect(steps.map(({ step }) => step)).toEqual(defaultSteps);
    const counted = Object.fromEntries(steps.map(({ step, ...count }) => [step, count]));
    expect(counted['line-ends']).toEqual({ edits: 2, removed: 2 });
    expect(counted['full-width']).toEqual({ edits: 1, removed: 0 });
    expect(counted['note-marks']).toEqual({ edits: 1, removed: 3 });
  });
});

/** Arbitrary texts, and hard-wrapped ones with page numbers, in which all steps have work. */
const anyText = fc.oneof(
  mixedText(),
  fc.tuple(mixedText('桃园合作社分账村里黑板'), fc.integer({ min: 12, max: 30 })).map(([text, width]) => {
    const letters = [...`${text}${text}${text}`.replaceAll(/\s/g, '')];
    const lines: string[] = [];
    for (let at = 0; at < letters.length; at += width) {
      lines.push(letters.slice(at, at + width).join(''), ...(at % 4 === 3 ? [`${at + 1}`] : []));
    }
    return lines.join('\n\n');
  }),
);

/** Whether a character is a compatibility form of another, such as a radical, or a comma of vertical text. */
const isOtherForm = (letter: string) => letter.normalize('NFKC') !== letter;

describe('origins of a normalised text', () => {
  it('are valid and monotone for any text, and true for every unchanged character', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        expectOrigins(
          raw,
          normalizeText(raw),
          (letter, origin) =>
            /[脱贫攻坚乡村振兴〇桃园“”。，😀]/u.test(letter) && !/[.,]/.test(origin) && !isOtherForm(origin),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('come out the same every time', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        expect(normalizeText(raw)).toEqual(normalizeText(raw));
      }),
    );
  });

  // Only without line ends: the page steps judge lines by their neighbours, which joining them changes.
  it('leave nothing to do within a paragraph the second time', () => {
    fc.assert(
      fc.property(mixedText(), (raw) => {
        const once = clean(raw.replaceAll(/[\r\n\v\f\u0085\u2028\u2029]+/g, ''));
        expect(clean(once)).toBe(once);
      }),
    );
  });
});

describe.skipIf(!existsSync(SHARED))('normalizeText on real documents (skipped without ../shared)', () => {
  const read = (name: string) => readFileSync(join(SHARED, 'texts', name), 'utf8');

  it.each(['consolidation-policy', 'linkage-sichuan', 'policy-coordination', 'linkage-mechanism-report'])(
    'makes whole paragraphs of %s, and nothing more the second time',
    (name) => {
      const raw = read(`${name}.txt`);
      const normalized = normalizeText(raw);
      const hasNotes = expectOrigins(
        raw,
        normalized,
        (letter) => /[\u4e00-\u9fff]/.test(letter) && !/[⺀-⿕]/.test(raw),
      );
      expect(hasNotes).toBe(name === 'consolidation-policy');
      expect(clean(normalized.text)).toBe(normalized.text);
      const prose = normalized.text.split('\n').filter((line) => line.length > 60 && /[，。]/.test(line));
      const whole = prose.filter((line) => /[。！？；：”）.]$/.test(line));
      expect(whole.length / prose.length).toBeGreaterThan(0.9);
      expect(splitSentences(normalized.text).length).toBeGreaterThan(40);
    },
  );

  it('finds words that the page of linkage-sichuan broke', () => {
    const { text } = normalizeText(read('linkage-sichuan.txt'));
    expect(text).toContain('党的十九届五中全会提出了要实现“巩固拓展脱贫攻坚成果同乡村振兴有效衔接”。');
    expect(text).toContain('\n（三）脱贫村（户）与非贫困（户）的政策不平衡突出\n脱贫攻坚期间');
    expect(text).not.toMatch(/［\d+］/);
  });
});
