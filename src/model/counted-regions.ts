import type { Language } from './language.js';
import { type RegionKind, regionKinds } from './region-kind.js';

/** The kinds of regions that a project mines, codes and counts until somebody changes the set. */
export const defaultCountedKinds = ['body', 'heading', 'table'] as const satisfies readonly RegionKind[];

/** What the kinds of regions are called in Chinese; in English they are called by the kind itself. */
export const chineseRegionNames: Readonly<Record<RegionKind, string>> = {
  body: '正文',
  heading: '标题',
  table: '表格',
  caption: '图表题',
  note: '注释',
  references: '参考文献',
  'front-matter': '文前信息',
  contents: '目录',
  question: '提问',
};

/** What the kinds of regions are called in English: as the flags name them. */
export const englishRegionNames = Object.fromEntries(regionKinds.map((kind) => [kind, kind])) as Readonly<
  Record<RegionKind, string>
>;

/** The names in a list, with commas or blanks between. */
export function splitNames(list: string): string[] {
  return list.split(/[,，、;；\s]+/).filter((name) => name !== '');
}

/** The kind of regions that a name in English or Chinese means. */
export function kindOfName(name: string): RegionKind | undefined {
  return regionKinds.find((kind) => kind === name.toLowerCase() || chineseRegionNames[kind] === name);
}

/** The names of kinds of regions in a language, in their own order. */
export function nameKinds(kinds: readonly string[], language: Language): string {
  const known = regionKinds.filter((kind) => kinds.includes(kind));
  return language === 'zh' ? known.map((kind) => chineseRegionNames[kind]).join('、') : known.join(', ');
}

/** The regions of one kind in some case versions: how many, and the code points of the clean texts they cover. */
export interface RegionCount {
  readonly kind: RegionKind;
  readonly regions: number;
  readonly characters: number;
  /** The characters that are mined, coded and counted but for sealed statements: of a kind that only some cases count, a part. */
  readonly counted: number;
}

/** What of some case versions is mined, coded and counted. */
export interface CountedRegions {
  /** The sets of counted kinds and how many cases each applies to, the most frequent first. */
  readonly sets: readonly { readonly kinds: readonly RegionKind[]; readonly cases: number }[];
  /** Code points of the clean texts, and of those the ones that are left out. */
  readonly characters: number;
  readonly leftOut: number;
  /** The kinds that occur, in the order of `regionKinds`. */
  readonly kinds: readonly RegionCount[];
  /** Code points of the labels of turns, which never count: who speaks is not what is said. */
  readonly labels: number;
  /** Sealed statements, and the code points of them that would count otherwise. */
  readonly sealed: { readonly statements: number; readonly characters: number };
  /** How many cases have regions that were recognised from their plain text alone. */
  readonly fromPlainText: number;
}

/** Which kinds of regions are to count besides the others, and which no longer. */
export interface RegionChange {
  readonly include?: readonly RegionKind[] | undefined;
  readonly exclude?: readonly RegionKind[] | undefined;
}

/** The set of counted kinds after a change, in the order of `regionKinds`. */
export function changeKinds(
  kinds: readonly RegionKind[],
  { include = [], exclude = [] }: RegionChange,
): RegionKind[] {
  return regionKinds.filter(
    (kind) => (kinds.includes(kind) || include.includes(kind)) && !exclude.includes(kind),
  );
}
