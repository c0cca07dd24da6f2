import type { Language } from './language.js';

/** What the tags of the segmenter's dictionary mean, in Chinese and in English; new words have those of their kind. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  n: ['名词', 'noun'],
  nr: ['人名', 'person'],
  ns: ['地名', 'place'],
  nt: ['机构名', 'organisation'],
  nz: ['其他专名', 'other name'],
  ng: ['名词性语素', 'noun morpheme'],
  v: ['动词', 'verb'],
  vn: ['动名词', 'verbal noun'],
  vd: ['副动词', 'verb as adverb'],
  vg: ['动词性语素', 'verb morpheme'],
  vi: ['不及物动词', 'intransitive verb'],
  a: ['形容词', 'adjective'],
  an: ['名形词', 'adjectival noun'],
  ad: ['副形词', 'adjective as adverb'],
  ag: ['形容词性语素', 'adjective morpheme'],
  i: ['成语', 'idiom'],
  j: ['简称', 'abbreviation'],
  l: ['习用语', 'set phrase'],
  b: ['区别词', 'attributive'],
  d: ['副词', 'adverb'],
  t: ['时间词', 'time'],
  s: ['处所词', 'location'],
  f: ['方位词', 'direction'],
  m: ['数词', 'numeral'],
  q: ['量词', 'measure word'],
  r: ['代词', 'pronoun'],
  z: ['状态词', 'descriptive'],
  eng: ['外文', 'foreign word'],
};

/** A part of speech by its name: `n_new` is a noun that is a new word. A tag without a name stays as it is. */
export function nameOfPos(pos: string, language: Language): string {
  const [tag = '', isNew] = pos.split('_');
  const name = NAMES[tag]?.[language === 'zh' ? 0 : 1];
  if (name === undefined) return pos;
  if (isNew === undefined) return name;
  return language === 'zh' ? `${name}（新词）` : `${name} (new)`;
}
