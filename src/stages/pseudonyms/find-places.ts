import type { NameCandidate } from '../../model/pseudonym.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { isHan, type NameKnowledge, type TaggedWord } from './tagged-word.js';

/** What a place is, at the end of its name. */
export const PLACE_KIND =
  /(?:自治[州县旗]|[省市县区旗盟州乡镇村寨屯组]|社区|街道|苏木|嘎查|小区|大队|生产队|安置点)$/u;
/** What an organisation is, at the end of its name. */
export const ORGANISATION_KIND =
  /(?:合作社|公司|集团|工厂|厂|银行|农场|林场|基地|学校|小学|中学|幼儿园|大学|学院|医院|卫生[院室]|诊所|协会|基金会|村委会|居委会|支部|工作[站室]|超市|酒店|饭店|农家乐|民宿)$/u;
/** Tags of words that make names: nouns, adjectives, unknown words. */
const STEM_TAG = /^(?:n\w*|a|an|b|x|j|l|s|ng|zg|v|vn|f)$/;
/** Tags of names. */
const NAME_TAG = /^(?:ns|nr|nz|x)$/;
/** What goes before any place and is no name of it: 全县, 本村, 每个镇. */
const ANY_PLACE = /^[全各本该我外邻每到进入驻回离在从去某几两原]$/u;
/** Tags of what is done or asked, not what a place is called by. */
const VERBAL = /^[vpdrcu]/;
const LONGEST_STEM = 4;
const LONGEST_ORGANISATION = 16;

/** Finds names of places: what is tagged so, and stems with what a place is. */
export function findPlaces(words: readonly TaggedWord[], knowledge: NameKnowledge): NameCandidate[] {
  return words.flatMap(({ word, tag }, at) => {
    if (tag === 'nt' && isHan(word, 2, LONGEST_ORGANISATION)) return [];
    if (tag.startsWith('ns') && isHan(word, 2, 8)) {
      const before = words[at - 1];
      const isCutOff =
        before &&
        isHan(before.word, 1, 1) &&
        /^[na]/.test(before.tag) &&
        !isOutside(before.word) &&
        !PLACE_KIND.test(before.word);
      const found = place(word, !isPrivatePlace(word, knowledge));
      return isCutOff ? [found, place(before.word + word, true)] : [found];
    }
    if (/^n/.test(tag) && isHan(word, 2, 8) && knowledge.isDivision(word)) return [place(word, false)];
    return PLACE_KIND.test(word) ? placesEndingAt(words, at, knowledge) : [];
  });
}

/** A place below the provinces, or one that the dictionary does not know; 中国, 长江 and 贵州 name nobody. */
function isPrivatePlace(word: string, { isDivision, lookUp }: NameKnowledge): boolean {
  return isDivision(word) || /[县区旗乡镇村寨屯]$/u.test(word) || !lookUp(word);
}

/** The stem before what a place is: 青禾|县, 石坎|镇, 上|寨|村, 凉水井|组; doubtful where it is made of common words. */
function placesEndingAt(
  words: readonly TaggedWord[],
  at: number,
  { lookUp, isDivision }: NameKnowledge,
): NameCandidate[] {
  const last = words[at] as TaggedWord;
  const own = last.word.replace(PLACE_KIND, '');
  if (own.length >= 2) {
    const isName = isHan(last.word, 3, 8) && (!hasFunctionCharacter(own) || isDivision(last.word));
    return isName ? [place(last.word, lookUp(last.word) !== undefined)] : [];
  }
  // 农村 and 驻村 are no names, nor do they end one.
  if (own.length === 1 && (lookUp(last.word) || isOutside(own) || VERBAL.test(lookUp(own)?.tag ?? '')))
    return [];
  const parts = [own];
  for (let before = at - 1; before >= 0 && parts.join('').length < 2; before -= 1) {
    const { word, tag } = words[before] as TaggedWord;
    const isPart = isHan(word, 1, LONGEST_STEM) && STEM_TAG.test(tag) && !isOutside(word);
    if (!isPart || (word.length > 1 && PLACE_KIND.test(word))) break;
    parts.unshift(word);
  }
  const stem = parts.join('');
  const name = stem + last.word.slice(own.length);
  if (stem.length < 2 || stem.length > LONGEST_STEM) return [];
  if (hasFunctionCharacter(stem) && !isDivision(name)) return [];
  const isNamed =
    parts.every(({ length }) => length <= 1) ||
    words.slice(at - parts.length + 1, at).some(({ word, tag }) => NAME_TAG.test(tag) || !lookUp(word));
  const found = [place(name, !isNamed && !isDivision(name))];
  // 石|门坎|村: what is before may be cut off.
  const { word = '', tag = '' } = words[at - parts.length] ?? {};
  const isCutOff = word.length === 1 && isHan(word, 1, 1) && /^[naj]/.test(tag) && !isOutside(word);
  return isCutOff && !PLACE_KIND.test(word) ? [...found, place(word + name, true)] : found;
}

/** What is behind a place or the verb of going there, however the segmenter cut it: 从高坡乡滚…, 在滚塘村. */
const PLACED =
  /(?<=[在从到去来住自于赴是的市县区乡镇、，。：；！？\s]|^)\p{Script=Han}{2,3}(?:[县乡镇村寨屯]|社区|街道)/gu;

/** Finds places by what they follow, where the dictionary has no words that their stem is made of. */
export function findPlaced(line: string, { lookUp }: NameKnowledge): NameCandidate[] {
  return Array.from(line.matchAll(PLACED), ([name]) => name).flatMap((name) => {
    const stem = name.replace(PLACE_KIND, '');
    const pairs = [stem.slice(0, 2), stem.slice(1)].filter(({ length }) => length === 2);
    const first = stem[0] ?? '';
    const isVerb = pairs.length > 1 && VERBAL.test(lookUp(first)?.tag ?? '');
    const isUnknown =
      !hasFunctionCharacter(stem) &&
      pairs.every((pair) => /^n[rs]/.test(lookUp(pair)?.tag ?? 'ns')) &&
      !isOutside(first) &&
      !isVerb;
    return isUnknown && !lookUp(name) ? [place(name, false)] : [];
  });
}

const hasFunctionCharacter = (stem: string): boolean =>
  [...stem].some((character) => FUNCTION_CHARACTERS.has(character));

const isOutside = (word: string): boolean =>
  word.length === 1 && (FUNCTION_CHARACTERS.has(word) || ANY_PLACE.test(word));

/** Finds names of organisations: what is tagged so, and words with what an organisation is. */
export function findOrganisations(words: readonly TaggedWord[], { lookUp }: NameKnowledge): NameCandidate[] {
  return words.flatMap(({ word, tag }, at) => {
    if (tag === 'nt' && isHan(word, 2, LONGEST_ORGANISATION))
      return [organisation(word, lookUp(word) !== undefined)];
    if (!ORGANISATION_KIND.test(word)) return [];
    let name = word;
    let isNamed = tag === 'x';
    for (let before = at - 1; before >= 0; before -= 1) {
      const { word: whole, tag: partTag } = words[before] as TaggedWord;
      // An unknown word may begin with one that serves grammar: 给鑫源.
      const part = partTag === 'x' && FUNCTION_CHARACTERS.has(whole[0] ?? '') ? whole.slice(1) : whole;
      const isVerbWithin = partTag === 'v' && part.length === 2 && before > 0;
      const isPart =
        isHan(part, 1, 6) &&
        (isVerbWithin || /^(?:n\w*|x|vn|b|a|l|j|zg|ng)$/.test(partTag)) &&
        !hasFunctionCharacter(part) &&
        !isOutside(part);
      if (!isPart || name.length + part.length > LONGEST_ORGANISATION) break;
      name = part + name;
      isNamed ||= NAME_TAG.test(partTag) || lookUp(part) === undefined;
      if (part !== whole) break;
    }
    return name === word ? [] : [organisation(name, !isNamed)];
  });
}

const place = (name: string, isDoubtful: boolean): NameCandidate => ({ name, kind: 'place', isDoubtful });
const organisation = (name: string, isDoubtful: boolean): NameCandidate => ({
  name,
  kind: 'organisation',
  isDoubtful,
});
