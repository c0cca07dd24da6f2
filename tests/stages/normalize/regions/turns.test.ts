import { describe, expect, it } from 'vitest';
import { inRegions, readRegions } from './read-regions.js';

describe('turns', () => {
  it.each([
    ['访谈者', '受访者'],
    ['问', '答'],
    ['Q', 'A'],
    ['记者', '张主任'],
    ['主持人', '李大姐（贫困户）'],
    ['I', 'R1'],
    ['王丽（访谈员）', '村民甲'],
    ['访', '受'],
    ['甲问', '乙答'],
    ['问题一', '回答'],
  ])('of %s are questions, those of %s are body', (asks, answers) => {
    const text = `${asks}：车间怎么样？\n${answers}：好，活不累。\n${asks}：工资呢？\n${answers}：两千多。`;
    expect(readRegions(text)).toEqual([
      [`question ${asks}`, `${asks}：车间怎么样？`],
      [`body ${answers}`, `${answers}：好，活不累。`],
      [`question ${asks}`, `${asks}：工资呢？`],
      [`body ${answers}`, `${answers}：两千多。`],
    ]);
  });

  it('stand in one line, in bold, and behind the time', () => {
    expect(readRegions('问：办了吗？答：办了。问：工资多少？答：两千多。').map(([kind]) => kind)).toEqual([
      'question 问',
      'body 答',
      'question 问',
      'body 答',
    ]);
    const bold = '**访谈者：** 办了吗？\n\n**受访者：** 办了。';
    expect(inRegions(bold, 'question 访谈者')).toEqual(['访谈者：办了吗？']);
    const timed = '[00:01:02] 访谈者：办了吗？\n[00:01:09] 受访者：办了。';
    expect(inRegions(timed, 'body 受访者')).toEqual(['[00:01:09] 受访者：办了。']);
  });

  it('end where a question has been asked: what follows may be the answer', () => {
    const text =
      '问：收益怎么分？\n村集体拿三成，剩下的按出勤分。\n答：大家满意。\n问：今后呢？\n答：再扩一扩。';
    expect(inRegions(text, 'question 问')).toEqual(['问：收益怎么分？', '问：今后呢？']);
    const unlabelled = '问：收益怎么分？\n村集体拿三成。\n问：今后呢？\n再扩一扩。';
    expect(inRegions(unlabelled, 'question 问')).toEqual(['问：收益怎么分？', '问：今后呢？']);
  });

  it('under plain names are all body, for nobody says who asks', () => {
    const text = '张三：路通了吗？\n李四：通了，去年修的。\n张三：谁出的钱？\n李四：县里出一半。';
    expect(readRegions(text).map(([kind]) => kind)).toEqual([
      'body 张三',
      'body 李四',
      'body 张三',
      'body 李四',
    ]);
  });

  it('are told by a legend', () => {
    const text =
      '（W代表访谈者，Z代表村支书）\nW：哪年建的？\nZ：一八年，三十台机器。\nW：现在呢？\nZ：一百台了。';
    expect(inRegions(text, 'question W')).toEqual(['W：哪年建的？', 'W：现在呢？']);
  });

  it('in a paper end with the interview that it quotes', () => {
    const narrative = '从访谈可以看出，扶贫车间的建设依靠多方投入，企业与政府形成合作。';
    const text = `村支书谈到车间的来历。\n访谈员：谁投资建的？\n村支书：县里出一半，企业出一半。\n${narrative}\n${narrative}`;
    expect(readRegions(text)).toEqual([
      ['question 访谈员', '访谈员：谁投资建的？'],
      ['body 村支书', '村支书：县里出一半，企业出一半。'],
    ]);
  });

  it.each([
    ['姓名：张三\n年龄：45岁\n目标：年底脱贫。\n姓名：李四\n年龄：50岁\n目标：稳定脱贫。'],
    ['一是：抓产业，建车间。\n二是：抓就业，办培训。'],
    ['老支书说：这个车间是大家的。\n村民说：活不累。'],
    ['访谈时间：2021年7月\n访谈者：李某\n访谈对象：张某，男，村支书'],
  ])('are none in %j', (text) => {
    expect(
      readRegions(text).filter(([kind]) => kind.startsWith('question') || kind.startsWith('body')),
    ).toEqual([]);
  });
});

describe('turns that begin with another mark', () => {
  it.each([
    '■记者：办了吗？\n●王书记：办了。\n■记者：多少人？\n●王书记：四十个。',
    'Q. 办了吗？\nA. 办了。\nQ. 多少人？\nA. 四十个。',
    '问 办了吗\n答 办了\n问 多少人\n答 四十个',
  ])('are told from answers in %j', (text) => {
    const kinds = readRegions(text).map(([kind]) => kind.split(' ')[0]);
    expect(kinds).toEqual(['question', 'body', 'question', 'body']);
  });

  it('are none where nobody answers: 问题一： and 访： begin what is said of something', () => {
    const text = '存在的困难有两个。\n问题一：冷库太少。\n问题二：缺人手。\n访：2021年走访四十户。';
    expect(readRegions(text).filter(([kind]) => kind.startsWith('question'))).toEqual([]);
  });
});

describe('a conversation in a table', () => {
  const row = (cells: readonly string[]) => cells.join('\t');
  it('is no data: who speaks is in the first cell, what is said in the second', () => {
    const rows = [
      ['访谈者', '您家几口人？'],
      ['受访者', '四口，两个娃。'],
      ['访谈者', '谁挣钱？'],
      ['受访者', '我，开挖机。'],
    ].map(row);
    const text = rows.join('\n');
    const marks = [{ kind: 'table' as const, start: 0, end: [...text].length }];
    for (const regions of [readRegions(text), readRegions(text, marks)]) {
      expect(regions.map(([kind]) => kind)).toEqual([
        'question 访谈者',
        'body 受访者',
        'question 访谈者',
        'body 受访者',
      ]);
    }
  });

  it('is not what a list of interviewers is', () => {
    const rows = [
      ['调查员', '王明'],
      ['调查员', '李红'],
      ['受访者', '三十六户'],
    ].map(row);
    expect(readRegions(rows.join('\n'))).toEqual([['table', rows.join('\n')]]);
  });
});

describe('turns without a colon', () => {
  it.each([
    ['【访谈者】车间哪年办的？\n【受访者】2018年。\n【访谈者】多少人？\n【受访者】四十个。', 2],
    ['问\n您哪年搬来的？\n答\n2017年腊月搬的。\n问\n习惯吗？\n答\n开始不习惯，后来好了。', 2],
    [
      '采访人（以下简称“采”）：王娟\n受访人（以下简称“受”）：张老汉\n采：您哪年搬来的？\n受：2017年。\n采：习惯吗？\n受：后来习惯了。',
      2,
    ],
  ])('are known by their roles, and by the short form that a legend gives, in %j', (text, count) => {
    const questions = readRegions(text)
      .filter(([kind, said]) => kind.startsWith('question') && said.includes('？'))
      .map(([, said]) => said);
    expect(questions).toHaveLength(count);
  });

  it('are none where names or words stand in brackets', () => {
    const kinds = readRegions('【做法】\n县里办车间，问：谁来上班？\n【成效】\n四十人就业。').map(
      ([kind]) => kind,
    );
    expect(kinds.filter((kind) => kind.startsWith('question'))).toEqual([]);
  });
});
