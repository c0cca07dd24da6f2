import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';

interface Part {
  readonly word: string;
  readonly tag: string;
}

/** Grammar words that a term does not span: conjunctions, particles, pronouns, interjections. */
const JOINT = /^(c|u.*|r|y|e|o)$/;
/** Joints and words of speech that jieba tags otherwise. */
const JOINT_WORDS: ReadonlySet<string> = new Set(
  '与 同 和 跟 及 或 没有 没 不 一个 什么 怎么 还有'.split(' '),
);
/** What a term does not begin with: besides those, prepositions, places, measures, suffixes. */
const NO_BEGIN = /^(c|u.*|r|y|e|o|p|f|q|k)$/;
/** What a term does not end with: besides those, adverbs. */
const NO_END = /^(c|u.*|r|y|e|o|p|f|q|d|h)$/;

/** A number with its measure: 三个方面 counts things, 五个一批 does not. */
const COUNT = /^[一二三四五六七八九十百千两几多半]+[个块位名家次年天岁元条口亩斤回遍里处件张间届种项]$/u;
const STARTS_WITH_NUMERAL = /^[一二三四五六七八九十百千两几]/u;
/** 村里, 会上: a place or a time rather than the thing. */
const PLACE_WORD = /^.[上里中内]$/u;
/** Verbs and adjectives of one character that end a clause; others (带, 锁, 卡) end coinages as nouns. */
const PREDICATES: ReadonlySet<string> = new Set('做坐教签挂开放看吃走要想去来高低多少好大小满送退');

/** Verbs of doing and wanting in reports: a phrase that begins or ends with one is a clause, not a term. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  (
    '实现 促进 推动 推进 加强 加快 加大 提高 提升 增强 强化 深化 坚持 继续 保持 完善 健全 建立 构建 形成 开展 进行 实施 落实 ' +
    '做好 做到 抓好 确保 保证 支持 鼓励 引导 帮助 带动 组织 积极 认真 切实 着力 努力 大力 全面 深入 扎实 稳步 统筹 有效 严格 ' +
    '表示 违反 请予 防止 依法 进一步 不断 持续 巩固 拓展 优化 改善 发挥 具有 成为 作为 通过 提供 给予 参与 纳入 面临 存在 ' +
    '包括 涉及 解决 消除 需要 要求 利用 采用 使用 基于 根据 按照 结合 ' +
    '起来 出来 下来 下去 上来 牢牢 比较 尤其 逐步 充分 显著 更加 注重 重视 关注'
  ).split(' '),
);

/** Whether a term may begin with this token; of a guessed one (tag x) the first character decides. */
export function mayBeginTerm({ word, tag }: Part): boolean {
  return !NO_BEGIN.test(tag) && !FUNCTION_CHARACTERS.has(tag === 'x' ? (word[0] as string) : word);
}

/** Whether a term may end with this token; of a guessed one the last character decides. */
export function mayEndTerm({ word, tag }: Part): boolean {
  return !NO_END.test(tag) && !FUNCTION_CHARACTERS.has(tag === 'x' ? (word.at(-1) as string) : word);
}

/** Whether a string of several words has the build of a term rather than of a clause; a single word always has. */
export function isTermShaped(parts: readonly Part[]): boolean {
  if (parts.length < 2) return true;
  const first = parts[0] as Part;
  const last = parts.at(-1) as Part;
  const counts = COUNT.test(first.word) && !STARTS_WITH_NUMERAL.test(last.word);
  return (
    !LIGHT_VERBS.has(first.word) &&
    !LIGHT_VERBS.has(last.word) &&
    !counts &&
    !PLACE_WORD.test(last.word) &&
    !PREDICATES.has(last.word) &&
    !parts.some(({ word, tag }) => JOINT.test(tag) || JOINT_WORDS.has(word))
  );
}
