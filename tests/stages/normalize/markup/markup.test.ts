import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../../src/stages/normalize/normalize-text.js';
import { sliceCodePoints } from '../../../../src/text/code-points.js';
import { rawSpan } from '../../../../src/text/origins.js';
import { splitSentences } from '../../../../src/text/sentences.js';
import { inRegions } from '../regions/read-regions.js';

const clean = (text: string) => normalizeText(text).text;

describe('markup', () => {
  it('of tables becomes rows of text, also with spans, breaks, entities and tables never closed', () => {
    const html =
      '前文。<table border=1><tr><th colspan=2>村&nbsp;名</th></tr>\n<tr><td>桃园<br>村</td><td>12&lt;13\n户</td></tr></table>后文。';
    expect(clean(html)).toBe('前文。\n村名\n桃园\t村\t12<13户\n后文。');
    expect(clean('<html><body><table><tr><td>村</td><td></td><td>户</td></tr></table></body></html>')).toBe(
      '村\t\t户',
    );
    expect(clean('<table><tr><td>村</td><td>户</td></tr>')).toBe('村\t户');
    expect(clean('| 村 | 户数 |\n|---|---:|\n| 李庄\\|甲 | 12 |')).toBe('村\t户数\n李庄|甲\t12');
  });

  it('of tables has one dash a cell below the head, and only there', () => {
    expect(clean('组别|用工\n:-:|-\n三组|5\n四组|-')).toBe('组别\t用工\n三组\t5\n四组\t-');
  });

  it('of raised numbers leaves them raised, so that 10⁶ is no 106, and a note vanishes', () => {
    expect(clean('面积12km<sup>2</sup>，共10<sup>6</sup>株，老龄化加深<sup>3</sup>。')).toBe(
      '面积12km²，共10⁶株，老龄化加深。',
    );
    expect(clean('见<sup>上标</sup>处。')).toBe('见上标处。');
  });

  it('of footnotes vanishes, and what they say is a note', () => {
    const raw = '留守儿童多[^3]，老人也多[^b]。\n\n[^3]: 统计年鉴2019。\n[^b]: 村委会台账。';
    expect(clean(raw)).toBe('留守儿童多，老人也多。\n统计年鉴2019。\n村委会台账。');
    expect(inRegions(raw, 'note')).toEqual(['统计年鉴2019。', '村委会台账。']);
  });

  it('leaves each cell its own origin and its own sentences', () => {
    const raw = '<table><tr><td>桃园村</td><td>12户</td></tr></table>';
    const normalized = normalizeText(raw);
    const quotes = splitSentences(normalized.text).map((span) =>
      sliceCodePoints(raw, rawSpan(normalized, span)),
    );
    expect(quotes).toEqual(['桃园村', '12户']);
  });

  it('of formulas becomes plain text, and those on lines of their own vanish', () => {
    expect(clean('占 $1 8 . 6 \\%$ ，约 $5 . 4 \\times 10 ^ { 4 } \\mathrm { k m } ^ { 2 }$ 。')).toBe(
      '占18.6%，约5.4×10⁴km² 。',
    );
    expect(clean('农户 $D _ { i }$ 的 $\\frac { a } { b }$ 和 $\\textcircled{2}$ 。')).toBe(
      '农户Di的a/b和②。',
    );
    const display =
      '表示为：\n$$\nY = \\left\\{ \\begin{array}{l} a \\end{array} \\right.\n$$\n\\begin{align}\nx\n\\end{align}\n式中，甲。';
    expect(clean(display)).toBe('表示为：\n式中，甲。');
    expect(normalizeText(display).steps).toContainEqual(
      expect.objectContaining({ step: 'display-formulas', edits: 2 }),
    );
  });

  it('is no price, no significance and no tag of the author’s own', () => {
    for (const text of ['每亩$100，每户$200。', '系数0.02**和0.03**。', '用<示范>带动。', '一方案A*B*C。'])
      expect(clean(text)).toBe(text);
  });

  it('of emphasis, links, pictures and headings vanishes, and what they enclose keeps its origins', () => {
    const raw =
      '# 一、总体要求\n\n这是**重点工作**，见[通知](http://a.cn/x)。\n\n![](a.jpg)\n\n---\n\n> 引用的话。';
    const normalized = normalizeText(raw);
    expect(normalized.text).toBe('一、总体要求\n这是重点工作，见通知。\n引用的话。');
    const at = [...normalized.text].join('').indexOf('重点工作');
    expect(sliceCodePoints(raw, rawSpan(normalized, { start: at, end: at + 4 }))).toBe('重点工作');
  });
});
