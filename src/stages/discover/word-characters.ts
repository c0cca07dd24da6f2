import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { isSurname } from '../../text/surnames.js';

/** Characters that write the sounds of foreign names, by their reading. */
const FOREIGN: ReadonlySet<string> = new Set(
  '阿埃艾爱安奥巴白班保贝本比彼波勃博布查达戴丹道德登邓迪蒂丁杜顿多厄恩尔法范菲费芬弗夫福盖冈戈格古哈海汉赫亨胡华霍基吉加贾杰金卡凯坎康考科克肯库夸拉莱赖兰劳勒雷里理利莉丽林琳卢鲁路伦罗洛马玛迈麦' +
    '曼梅门蒙米密莫姆木穆纳娜乃奈南内尼涅宁纽诺努欧帕潘庞佩彭皮珀普奇乔切琼萨塞桑森沙莎山舍什圣施史斯丝松苏索塔泰坦汤唐特提廷图托瓦万威维魏温文沃乌西希夏肖谢辛休雅亚扬叶伊依因英尤约赞泽扎詹哲朱兹佐',
);

/** Last characters that make words of words: persons, bodies, places, properties and money, things. */
const SUFFIXES: ReadonlySet<string> = new Set(
  '者员家长手师生民人工士兵商户犯' +
    '局厅部处科所院校厂站场馆店社会司室组队团署行' +
    '省市县区乡镇村州路街河山湖江岛港桥寺楼园屯庄' +
    '性化率度型式法论学权制案业费税金券款量额值力期' +
    '机器车船枪弹仪表板箱炉管线网药酒茶菜油水石土',
);

/** Whether a character is common in foreign names: 斯, 克, 尔. */
export function writesForeignNames(character: string): boolean {
  return FOREIGN.has(character);
}

/** Whether a character at the end makes a new word of what precedes it: 员, 所, 村, 率, 箱. */
export function makesWords(character: string): boolean {
  return SUFFIXES.has(character);
}

/** Whether no function character stands at an edge of a string, unless it is a surname before (何, 于) or makes words behind (所). */
export function hasEdgesOfName(word: string): boolean {
  const characters = [...word];
  const first = characters[0] as string;
  const last = characters.at(-1) as string;
  return (
    (!FUNCTION_CHARACTERS.has(first) || isSurname(first)) &&
    (!FUNCTION_CHARACTERS.has(last) || makesWords(last))
  );
}
