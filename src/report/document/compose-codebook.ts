import type { Code, Codebook } from '../../model/codebook.js';
import type { DocumentBlock, ReportDocument } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import { english } from '../../text/english.js';
import { openNumbers, paragraph, plainTable } from './blocks.js';

const WORDS = {
  zh: {
    table: (number: string) => `表 ${number}`,
    header: ['层级', '编码', '定义', '包括', '不包括', '例'],
    count: (codes: number) => `共 ${codes} 个编码`,
    version: '版本',
    separator: '；',
  },
  en: {
    table: (number: string) => `Table ${number}`,
    header: ['Level', 'Code', 'Definition', 'Includes', 'Excludes', 'Examples'],
    count: (codes: number) => english`${codes} codes`,
    version: 'version',
    separator: '; ',
  },
} as const;

/** A codebook as the appendix of a paper prints it: a table for each code of the top, with all codes under it. */
export function composeCodebook(codebook: Codebook, language: Language): ReportDocument {
  const words = WORDS[language];
  const { title, version, levels, codes, source } = codebook;
  const names = new Map(levels.map(({ id, name }) => [id, name[language]]));
  const numbers = openNumbers();
  const rowOf = ({ level, label, definition, include, exclude, examples }: Code) => [
    names.get(level) ?? level,
    label[language],
    definition,
    ...[include, exclude, examples].map((of) => of.join(words.separator)),
  ];
  // Columns that the codebook has nothing for are left out.
  const used = words.header.flatMap((_, at) => (codes.some((code) => rowOf(code)[at] !== '') ? [at] : []));
  const pick = (row: readonly string[]) => used.map((at) => row[at] ?? '');
  const blocks: DocumentBlock[] = [paragraph(source)];
  for (const top of codes.filter(({ parent }) => parent === null)) {
    const own = [top, ...codesUnder(codebook, top.id)];
    const heading = numbers.heading(1, top.label[language]);
    const number = words.table(numbers.table());
    blocks.push(
      heading,
      plainTable(
        top.label[language],
        pick(words.header),
        own.map((code) => pick(rowOf(code))),
        { number, anchor: `codes-${top.id}` },
      ),
    );
  }
  const subtitle = [`${codebook.id}`, `${words.version} ${version}`, words.count(codes.length)].join(' · ');
  return { language, title: title[language], subtitle, blocks };
}

/** The codes under a code, each before those under it. */
function codesUnder(codebook: Codebook, id: string): Code[] {
  return codebook.codes
    .filter(({ parent }) => parent === id)
    .flatMap((code) => [code, ...codesUnder(codebook, code.id)]);
}
