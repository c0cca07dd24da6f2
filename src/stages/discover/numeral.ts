const FIGURE = '[〇零一二三四五六七八九十百千万亿两几多余半]+';
const UNIT = '(?:世纪|年代|[年月日号时分秒点岁届次个项条章节款期周天倍成元角度人大])';
const NUMERAL = new RegExp(
  `^(?:(?:第${FIGURE}${UNIT}*)+|[约近超达]?${FIGURE}${UNIT}*[初末底中前后上下内外来]?)$`,
  'u',
);

/** Whether a string is a number, an ordinal (第五条第一项) or a date; 一带一路 and 五个一批 are not. */
export function isNumeral(word: string): boolean {
  return NUMERAL.test(word);
}
