const NUMERAL =
  /^[第约近超达]?[〇零一二三四五六七八九十百千万亿两几多余半]+[年月日号时分秒点岁届次个项条章节款届期周天倍成元角]*[初末底中前后上下内外]?$/u;

/** Whether a string is a number, an ordinal or a date. */
export function isNumeral(word: string): boolean {
  return NUMERAL.test(word);
}
