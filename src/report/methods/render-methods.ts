import type { Language } from '../../model/language.js';
import type { Checklist } from '../../model/provenance/checklist.js';
import type { Gap, MethodsText } from '../../model/provenance/methods.js';
import type { MethodsSectionName } from '../../model/provenance/sections.js';
import type { Statement } from '../../model/provenance/statement.js';
import { writeMarkdownTable } from '../../text/markdown-table.js';
import { englishMethods } from './methods-en.js';
import { chineseMethods } from './methods-zh.js';
import type { MethodsWords } from './words.js';

const WORDS: Readonly<Record<Language, MethodsWords>> = { zh: chineseMethods, en: englishMethods };

/** The words of a statement in a language. */
export function sayStatement({ code, params }: Statement, language: Language): string {
  const sentence = WORDS[language].sentences[code] as (params: unknown) => string;
  return sentence(params);
}

/** Writes a methods text as Markdown, with footnotes that name the commands that show its numbers. */
export function renderMethods(text: MethodsText, language: Language): string {
  const words = WORDS[language];
  const notes = openNotes();
  const numbers = new Map(text.sections.map(({ name }, at) => [name, at + 1]));
  const blocks = [
    `# ${words.title}`,
    words.preface(text.gaps.length),
    ...text.sections.flatMap(({ name, parts }) => [
      `## ${numbers.get(name)} ${words.sections[name]}`,
      ...joinParts(
        parts.map((part) => blockOf(part, language)),
        notes.mark,
        language,
      ),
    ]),
    ...text.checklists.flatMap((list) => renderChecklist(list, numbers, words, language)),
    ...notes.all().map((commands, at) => `[^${at + 1}]: ${words.shownBy(commands)}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A sentence, table or gap in words. */
interface Block {
  readonly text: string;
  readonly shownBy: readonly string[];
  /** It makes no paragraph with others. */
  readonly isAlone: boolean;
}

function blockOf(part: Statement | Gap, language: Language): Block {
  const words = WORDS[language];
  if (part.kind === 'gap') return { text: words.gap(words.gaps[part.gap]), shownBy: [], isAlone: true };
  const text = sayStatement(part, language);
  return { text, shownBy: part.shownBy, isAlone: text.startsWith('**') };
}

/** Joins sentences to paragraphs; the mark of a footnote comes once where sentences that follow each other have the same. */
function joinParts(
  blocks: readonly Block[],
  mark: (commands: readonly string[]) => string,
  language: Language,
): string[] {
  const paragraphs: string[] = [];
  for (const [at, { text, shownBy, isAlone }] of blocks.entries()) {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    const isShared = !isAlone && after?.isAlone === false && after.shownBy.join() === shownBy.join();
    const [first = '', ...rest] = text.split('\n');
    const marked = [`${first}${isShared ? '' : mark(shownBy)}`, ...rest].join('\n');
    if (isAlone || before?.isAlone !== false) paragraphs.push(marked);
    else paragraphs.push(`${paragraphs.pop()}${language === 'zh' ? '' : ' '}${marked}`);
  }
  return paragraphs;
}

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
