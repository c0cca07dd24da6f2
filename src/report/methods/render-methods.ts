import type { Language } from '../../model/language.js';
import type { Checklist } from '../../model/provenance/checklist.js';
import type { MethodsText } from '../../model/provenance/methods.js';
import type { MethodsSectionName } from '../../model/provenance/sections.js';
import type { Statement } from '../../model/provenance/statement.js';
import { writeMarkdownTable } from '../../text/markdown-table.js';
import { composeSection, METHODS_WORDS, type MethodsBlock, wordStatement } from './compose-section.js';
import type { MethodsWords, SaidTable } from './words.js';

/** The words of a statement in a language; a small table as Markdown. */
export function sayStatement(statement: Statement, language: Language): string {
  const said = wordStatement(statement, language);
  return typeof said === 'string' ? said : writeTable(said, '');
}

/** Writes a methods text as Markdown, with footnotes that name the commands that show its numbers. */
export function renderMethods(text: MethodsText, language: Language): string {
  const words = METHODS_WORDS[language];
  const notes = openNotes();
  const numbers = new Map(text.sections.map(({ name }, at) => [name, at + 1]));
  const blocks = [
    `# ${words.title}`,
    words.preface(text.gaps.length),
    ...text.sections.flatMap(({ name, parts }) => [
      `## ${numbers.get(name)} ${words.sections[name]}`,
      ...composeSection(parts, language).map((block) => writeBlock(block, notes.mark, language)),
    ]),
    ...text.checklists.flatMap((list) => renderChecklist(list, numbers, words, language)),
    ...notes.all().map((commands, at) => `[^${at + 1}]: ${words.shownBy(commands)}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Writes a block; the mark of a footnote comes once where sentences that follow each other have the same. */
function writeBlock(
  block: MethodsBlock,
  mark: (commands: readonly string[]) => string,
  language: Language,
): string {
  if (block.kind === 'gap') return block.text;
  if (block.kind === 'table') return writeTable(block.table, mark(block.shownBy));
  return block.sentences
    .map(({ text, shownBy }, at) => {
      const isShared = block.sentences[at + 1]?.shownBy.join() === shownBy.join();
      return `${text}${isShared ? '' : mark(shownBy)}`;
    })
    .join(language === 'zh' ? '' : ' ');
}

const writeTable = ({ title, heads, rows }: SaidTable, mark: string): string =>
  `**${title}**${mark}\n\n${writeMarkdownTable(heads, rows, []).trimEnd()}`;

/** Numbers the footnotes: equal commands have one. */
function openNotes() {
  const known: string[] = [];
  const commandsOf = new Map<string, readonly string[]>();
  return {
    mark(commands: readonly string[]): string {
      if (commands.length === 0) return '';
      const key = commands.join('\n');
      if (!commandsOf.has(key)) {
        commandsOf.set(key, commands);
        known.push(key);
      }
      return `[^${known.indexOf(key) + 1}]`;
    },
    all: () => known.map((key) => commandsOf.get(key) as readonly string[]),
  };
}

function renderChecklist(
  { name, items }: Checklist,
  numbers: ReadonlyMap<MethodsSectionName, number>,
  { checklist, sections: titles }: MethodsWords,
  language: Language,
): string[] {
  const isNumbered = items.some(({ number }) => number !== '');
  const rows = items.map(({ number, title, sections, by }) => [
    ...(isNumbered ? [number] : []),
    title[language],
    sections
      .map((section) => `${numbers.get(section)} ${titles[section]}`)
      .join(language === 'zh' ? '；' : '; '),
    checklist.by[by],
  ]);
  return [
    `## ${checklist.title(name)}`,
    checklist.source[name],
    writeMarkdownTable(isNumbered ? checklist.heads : checklist.heads.slice(1), rows, []).trimEnd(),
  ];
}
