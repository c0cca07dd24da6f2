import type { DocumentBlock } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import type { Gap, MethodsText } from '../../model/provenance/methods.js';
import type { Statement, StatementCode } from '../../model/provenance/statement.js';
import { composeSection, METHODS_WORDS, type MethodsBlock } from '../methods/compose-section.js';
import { type Numbers, paragraph, plainTable } from './blocks.js';
import { REPORT_WORDS } from './words.js';

/** Statements that are printed in the appendix, where no reader stumbles over them. */
const IN_APPENDIX: ReadonlySet<StatementCode> = new Set(['program/log-hash', 'program/state-hash']);

const isPrinted = (part: Statement | Gap) => part.kind === 'gap' || !IN_APPENDIX.has(part.code);

/** The methods text as a part of a report: without footnotes and hashes. */
export function composeMethods(
  { sections, gaps }: MethodsText,
  language: Language,
  numbers: Numbers,
): DocumentBlock[] {
  const words = REPORT_WORDS[language];
  const blocks: DocumentBlock[] = [numbers.heading(1, words.methods)];
  if (gaps.length > 0) blocks.push({ kind: 'note', text: words.gapsLeft(gaps.length) });
  for (const { name, parts } of sections) {
    blocks.push(numbers.heading(2, METHODS_WORDS[language].sections[name]));
    for (const block of composeSection(parts.filter(isPrinted), language)) {
      blocks.push(composeBlock(block, language, numbers));
    }
  }
  return blocks;
}

function composeBlock(block: MethodsBlock, language: Language, numbers: Numbers): DocumentBlock {
  if (block.kind === 'gap') return paragraph(block.text, 'gap');
  if (block.kind === 'paragraph') {
    return paragraph(block.sentences.map(({ text }) => text).join(language === 'zh' ? '' : ' '));
  }
  const { title, heads, rows } = block.table;
  const number = numbers.table();
  return plainTable(title, heads, rows, {
    number: REPORT_WORDS[language].tableNumber(number),
    anchor: `table-${number}`,
  });
}

/** Which commands show the numbers of which section. */
export function commandsOfSections(
  { sections }: MethodsText,
  language: Language,
): { readonly section: string; readonly commands: readonly string[] }[] {
  return sections.flatMap(({ name, parts }) => {
    const commands = new Set(parts.flatMap((part) => (part.kind === 'gap' ? [] : part.shownBy)));
    if (commands.size === 0) return [];
    return { section: METHODS_WORDS[language].sections[name], commands: [...commands] };
  });
}
