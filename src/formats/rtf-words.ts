/** Groups that hold no text of the document. */
export const SKIPPED = new Set(
  'colortbl info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc fldinst sn sv shprslt nonesttables datafield themedata colorschememapping latentstyles listtable listoverridetable rsidtbl xmlnstbl generator filetbl revtbl nonshppict annotation atnid atnauthor bkmkstart bkmkend deleted'.split(
    ' ',
  ),
);
/** Starred groups that hold text all the same. */
export const SHOWN = new Set(['shpinst', 'shptxt', 'footnote']);
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  nestcell: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  emspace: '\u2003',
  enspace: '\u2002',
};
/** Character sets of fonts in other code pages than that of the file. */
export const CHARSETS: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  204: 1251,
  238: 1250,
  161: 1253,
  162: 1254,
};
