import { SURNAMES } from '../../text/surnames.js';

/** A surname with two characters that do not name a thing, or with what one calls people by. */
const PERSON = new RegExp(
  `^(?:[老小][${SURNAMES}]|[${SURNAMES}](?:.[^园院厂卡锁站点队社岗会路桥带制式券屋房窖田林地店班课馆站所户库场棚茶果橙桃梨枣稻米牛羊鸡鱼菜药]|` +
    '(?:老师|书记|主任|支书|村长|队长|社长|大[爷娘妈伯叔嫂姐哥]|奶奶|爷爷|[叔婶嫂哥姐])))$',
  'u',
);
const PLACE = /^..{1,2}[省市县区乡镇村屯寨州旗盟岭坞坝沟湾河溪]$/u;

/** 驻村, 进村, 全县 are said of any place. */
const VERB_OF_PLACE = /^[驻进入下全各本我到回]/u;
const PLACE_END = /[县乡镇村寨区]$/u;

interface Part {
  readonly word: string;
  readonly tag: string;
}

/** Share of occurrences guessed as one word from which on a string counts as a guessed word. */
const MOSTLY = 0.5;

/**
 * Part of speech of a word that looks like the name of a person or a place, else null. Names are guessed by the
 * segmenter, whole or up to 县, 村 …; 安置点 and 脱贫村 are made of known words and no names.
 */
export function properNamePos(
  word: string,
  parts: readonly Part[],
  hmmShare: number,
): 'nr_new' | 'ns_new' | null {
  const guessed = hmmShare >= MOSTLY;
  if (isPlace(parts) || (guessed && PLACE.test(word))) return 'ns_new';
  return isPerson(parts) || (guessed && PERSON.test(word)) ? 'nr_new' : null;
}

/** Whether unknown characters stand before 县, 村 …, as in 枫木|冲|村 or 落|坝县. */
function isPlace(parts: readonly Part[]): boolean {
  const last = parts.at(-1) as Part;
  const before = parts.at(-2);
  if (!before || !PLACE_END.test(last.word)) return false;
  return last.word.length > 1
    ? last.tag === 'x' && !VERB_OF_PLACE.test(last.word)
    : before.tag === 'x' || before.word.length === 1;
}

/** Whether a given name follows a surname, as in 舒|建平. */
function isPerson([surname, given, ...rest]: readonly Part[]): boolean {
  return rest.length === 0 && given?.tag === 'nr' && SURNAMES.includes((surname as Part).word);
}
