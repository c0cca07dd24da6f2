import type { DocumentBlock } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import type { MethodsText } from '../../model/provenance/methods.js';
import type { Run } from '../../model/run.js';
import type { TableName } from '../../model/table-name.js';
import type { TableSource } from '../../model/table-source.js';
import { captionTable } from '../caption-table.js';
import { titles } from '../titles.js';
import { type Numbers, plainTable } from './blocks.js';
import { commandsOfSections } from './compose-methods.js';
import type { ReportHashes } from './report-words.js';
import { REPORT_WORDS } from './words.js';

/** What the appendices are made of. */
export interface AppendixParts {
  readonly tables: readonly { readonly name: TableName; readonly source: TableSource }[];
  readonly methods: MethodsText;
  readonly runs: readonly (Pick<Run, 'id' | 'stage' | 'toolVersion'> & { readonly cases: number })[];
  readonly hashes: ReportHashes;
}

/** What a reader who checks needs and no other: what the tables count in full, commands, runs and hashes. */
export function composeAppendices(
  { tables, methods, runs, hashes }: AppendixParts,
  language: Language,
  numbers: Numbers,
): DocumentBlock[] {
  const words = REPORT_WORDS[language];
  const begin = (title: string) => numbers.appendix((letter) => words.appendix(letter, title));
  const between = language === 'zh' ? '、' : ', ';
  const blocks: DocumentBlock[] = [];
  if (tables.length > 0) {
    blocks.push(begin(words.meanings));
    for (const { name, source } of tables) {
      const runs = [
        { text: `${titles[language][name]}${language === 'zh' ? '：' : ': '}`, style: 'strong' as const },
        { text: captionTable(name, source, language), style: 'plain' as const },
      ];
      blocks.push({ kind: 'paragraph', runs });
    }
  }
  const commands = commandsOfSections(methods, language).map((one) => [
    one.section,
    one.commands.join(between),
  ]);
  if (commands.length > 0) {
    const anchor = 'table-commands';
    blocks.push(begin(words.shownBy), plainTable('', words.shownByHeads, commands, { anchor }));
  }
  const rows = runs.map(({ id, stage, toolVersion, cases }) => [
    id,
    words.stages[stage],
    toolVersion,
    String(cases),
  ]);
  blocks.push(begin(words.runs), plainTable('', words.runHeads, rows, { anchor: 'table-runs' }), {
    kind: 'note',
    text: words.hashes(hashes),
  });
  return blocks;
}
