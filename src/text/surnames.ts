/** The common surnames of one character. */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文包蒲瞿舒向覃韦莫蓝蒙岑柯涂游祝耿牛柳邢葛阮季尤庄舒陶倪纪符兰齐尚盛褚骆';

/** Further surnames of one character, many of which are words as well. */
export const FURTHER_SURNAMES =
  '关简苗管古项詹焦温芦鲍柴单欧甘聂岳滕裴樊宁申习霍蔺路凌费邬车翁闵解卓蔚屈华娄冉麻庞冷辛桂喻谷佟晏闫席景阳党宫卞臧盘仇鄢粟敖阙池巫应俞荣连计穆戚鲁商苟苑艾楚原闻时司初迟郎保桑赫雍印宗宣权牟米衣修全';

/** Tells whether a character is a common surname. */
export function isSurname(character: string): boolean {
  return character !== '' && SURNAMES.includes(character);
}

/** The surnames of two characters. */
export const COMPOUND_SURNAMES: readonly string[] =
  '欧阳 上官 司马 司徒 诸葛 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 东方 南宫 宇文 长孙 独孤 轩辕 澹台 呼延'.split(
    ' ',
  );
