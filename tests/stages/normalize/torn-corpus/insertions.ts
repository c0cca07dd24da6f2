import type { Draw } from './random.js';

const PLACES = ['石坪县', '青梧州', '柳坝镇', '云岭乡', '枫林区', '白沙湾', '东浦市'];
const THINGS = ['搬迁户收入', '耕地利用', '帮扶资金', '就业人数', '合作社数量', '技能培训', '茶叶产量'];
const VIEWS = ['变化情况', '构成', '分布', '基本情况', '统计结果', '年度对比'];
const JOURNALS = [
  '山地学刊',
  '县域经济研究',
  '西南农村发展',
  '协作与治理',
  '青梧学院学报',
  '乡村观察',
  '区域调查通讯',
];
const VERSES = [
  '青山绿水绕人家',
  '茶歌一唱满山坡',
  '新修大路到门口',
  '荒坡变作聚宝盆',
  '党的恩情记心窝',
  '日子越过越红火',
  '鸟语花香好地方',
  '今年又是丰收年',
];
const AUTHORS = ['周启明', '阮春', '秦川', '李木', '何素芬', '唐亚男'];

/** The title of a figure or table: 石坪县搬迁户收入变化情况. */
export const drawTopic = (draw: Draw) => draw.pick(PLACES) + draw.pick(THINGS) + draw.pick(VIEWS);

/** What a heading says. */
export const drawHeading = (draw: Draw) =>
  draw.pick(['', '推进', '健全', '完善']) +
  draw.pick(THINGS) +
  draw.pick(['的做法', '的成效', '与问题', '机制', '的主要经验', '']);

/** The heads of the pages with even and odd numbers. */
export function drawHeads(draw: Draw, title: string): readonly [string, string] {
  const journal = draw.pick(JOURNALS);
  const author = draw.pick(AUTHORS);
  const named = `${author}等：${title}`;
  return draw.pick([
    [journal, named],
    [title, title],
    [journal, journal],
    [`${journal} 2019年第${draw.between(1, 6)}期`, title],
    [`第${draw.between(10, 40)}卷 ${journal}`, named],
  ] as const);
}

/** Some lines of a song. */
export const drawVerses = (draw: Draw) =>
  Array.from(
    { length: draw.pick([4, 6]) },
    () => draw.pick(VERSES) + draw.pick(VERSES).slice(0, draw.pick([0, 0, 7])),
  );

/** Rows of a table, their cells parted by tabs. */
export function drawRows(draw: Draw): string[] {
  const rows = Array.from({ length: draw.between(2, 5) }, () =>
    [draw.pick(PLACES), draw.between(20, 900), draw.between(1, 99)].join('\t'),
  );
  return ['地区\t户数\t比例', ...rows];
}

/** Rows of a table as the tools that read pages write them. */
export function asHtml(rows: readonly string[]): string {
  const cells = rows.map(
    (row) =>
      `<tr>${row
        .split('\t')
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  return `<table>${cells.join('')}</table>`;
}

const LOOK_ALIKES = [
  '地她',
  '林材',
  '研硏',
  '究宄',
  '学孚',
  '报极',
  '村材',
  '域城',
  '西酉',
  '南甫',
  '发友',
  '展屐',
  '经泾',
  '州川',
  '人入',
  '石右',
  '治冶',
  '调凋',
  '查杳',
];

/** A head with one letter read wrongly, if it is long enough to be known again. */
export function misread(draw: Draw, head: string): string {
  const places = [...head].flatMap((letter, at) => {
    const pair = LOOK_ALIKES.find((both) => both.startsWith(letter));
    return pair === undefined ? [] : [[at, pair[1] ?? ''] as const];
  });
  if (places.length === 0 || head.length < 4) return head;
  const [at, letter] = draw.pick(places);
  return head.slice(0, at) + letter + head.slice(at + 1);
}
