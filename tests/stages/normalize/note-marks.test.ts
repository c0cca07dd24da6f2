import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { traceCleaning } from '../../../src/stages/normalize/trace-cleaning.js';

const clean = (text: string) => normalizeText(text, { steps: ['note-marks'] }).text;
const removed = (text: string) => traceCleaning(text, { steps: ['note-marks'] }).map(({ before }) => before);
const REFERENCES = ['参考文献', '[1] 左停，论文', '[2] 汪三贵，论文', '[3] 李小云，论文', '[4] 黎洁，论文'];

describe('marks of notes', () => {
  it('vanish where a list of notes has their numbers, also within a clause', () => {
    const text = ['衔接很重要[1]。左停[2]建议修路，也有人[3,4]反对。', ...REFERENCES].join('\n');
    expect(clean(text)).toBe(['衔接很重要。左停建议修路，也有人反对。', ...REFERENCES].join('\n'));
  });

  it('vanish below a heading of notes whose numbers have no brackets', () => {
    const list = '注释\n1刘彦随，论文\n2 汪三贵，论文\n3. 李小云，论文';
    expect(clean(`路修通了［1］，水也通了〔2〕，电早通了[3]。\n${list}`)).toBe(
      `路修通了，水也通了，电早通了。\n${list}`,
    );
  });

  it('vanish at the ends of clauses where they count upwards without a list', () => {
    expect(clean('衔接［1］。成果[2,3]；占8%[4-6]，左停 [11] 建议')).toBe('衔接。成果；占8%，左停 [11] 建议');
    expect(clean('脱贫目标[8]，振兴之中[9]。')).toBe('脱贫目标，振兴之中。');
    expect(clean('他的看法前后不同[7]，大家都这样说。')).toContain('[7]');
  });

  it('vanish when raised or circled, the circled ones where a note begins with them', () => {
    expect(clean('刘伟¹²，黎洁²走访了三个村³。')).toBe('刘伟，黎洁走访了三个村。');
    expect(clean('每户一亩米²')).toBe('每户一亩米²');
    expect(clean('村规另有规定①，大家照办。\n①见村规第三条。')).toBe(
      '村规另有规定，大家照办。\n①见村规第三条。',
    );
    expect(clean('分为①产业，②就业两类。')).toBe('分为①产业，②就业两类。');
  });

  it('take the pages of what they cite with them, and never a count', () => {
    const text = '一说产业是根本[1]34，一说组织是根本[2]15-16。另有人[3]88指出，还有[4]12户不同意。';
    expect(clean([text, ...REFERENCES].join('\n')).split('\n')[0]).toBe(
      '一说产业是根本，一说组织是根本。另有人指出，还有12户不同意。',
    );
    const once = '有[1]34户种茶，有[2]15户养羊。';
    expect(clean([once, ...REFERENCES].join('\n')).split('\n')[0]).toBe('有34户种茶，有15户养羊。');
  });

  it('stay where a list is there and a table or a sentence names reference points', () => {
    const table = '命运观念[22]\t家庭观念[18]\t教育期待[4]';
    const sentence =
      '先走访了三户[1]，又走访了两户[2]。资料分三种[3]。形成命运观念[22]、家庭观念[18]、教育期待[31]等概念。';
    const list = Array.from({ length: 30 }, (_, at) => `[${at + 1}] 某人，论文`).join('\n');
    const text = [sentence, table, '命运观念[22]', '| 家庭观念[2] | 教育，期待[3] |', '参考文献', list].join(
      '\n',
    );
    expect(removed(text)).toEqual(['[1]', '[2]', '[3]']);
  });

  it.each([
    '问卷第[3]题问收入，第[4]题问支出。',
    '禾政办发〔2021〕12号，国发[2020]3号文件。',
    '取值范围为[0,1]，步长为0.1。',
    '选项[A]，选项[B]。',
    '命运观念[22]，家庭观念[18]，教育期待[5]，村庄舆论[31]。',
    '访谈对象[1]说路不好走，访谈对象[2]说水不够用，访谈对象[3]没有说话。',
    '由式[1]可得，由式[2]又可得。',
    '[1] 左停，论文',
  ])('stay where they are data: %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  it('stay in a text whose list they do not follow', () => {
    const codes = [22, 18, 5, 31, 7, 29, 3, 14, 26, 9, 11, 2, 30, 16, 1].map(
      (count, at) => `观念${at}的观点[${count}]`,
    );
    const list = Array.from({ length: 31 }, (_, at) => `[${at + 1}] 某人，论文`).join('\n');
    expect(removed(`${codes.join('，')}。\n${list}`)).toEqual([]);
  });

  it('take nothing but marks away', () => {
    const piece = fc.oneof(
      fc.constantFrom('路修通了', '，', '。', '\n', '第', '%', '\t', '注释\n', '①', '²'),
      fc
        .tuple(fc.constantFrom('[', '［', '〔'), fc.integer({ min: 0, max: 40 }))
        .map(([open, number]) => `${open}${number}${{ '[': ']', '［': '］', '〔': '〕' }[open]}`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const cleaned = clean(text);
        const letters = (of: string) => of.replaceAll(/[^\p{Script=Han}，。\n\t%]/gu, '');
        expect(letters(cleaned)).toBe(letters(text));
        for (const mark of removed(text)) expect(mark).toMatch(/^(?:[[［〔][\d]+[\]］〕]|①|²+)$/);
      }),
      { numRuns: 300 },
    );
  });
});
