import { pushAll } from '../text/many.js';
import { joinRow } from './table-row.js';
import type { XmlAttributes, XmlListener } from './xml-events.js';

/** The number Word sets before a paragraph, from what its properties say; '' for none. */
export type NumberParagraph = (properties: ParagraphProperties) => string;

/** What decides over the number of a paragraph. */
export interface ParagraphProperties {
  style?: string;
  list?: string;
  level?: number;
}

/** What a part of a Word document holds. */
export interface DocxBody {
  readonly lines: string[];
  /** The footnotes and endnotes that the part holds, by their ids. */
  readonly notes: Map<string, readonly string[]>;
}

/** The mark of a note, from the element that refers to it and the note's id. */
export type MarkNote = (reference: string, id: string) => string;

interface Paragraph extends ParagraphProperties {
  text: string;
  /** Lines of the text boxes that are anchored in it. */
  readonly boxes: string[];
  marksDeleted: boolean;
}

/** A place that lines go to: the body, a cell, a text box, a note. */
interface Flow {
  readonly lines: string[];
  /** Text of a paragraph whose end was deleted, so that it goes on in the next one. */
  carried: string;
}

/** What is deleted, moved away or a gloss above the line. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'rt',
  'instrText',
  'delText',
  'rPrChange',
  'pPrChange',
  'numberingChange',
]);

/** A listener that writes down what a part of a Word document says, tracked changes accepted. */
export function docxBodyListener(number: NumberParagraph, mark: MarkNote): XmlListener & { body: DocxBody } {
  const body: DocxBody = { lines: [], notes: new Map() };
  const flows: Flow[] = [{ lines: body.lines, carried: '' }];
  const paragraphs: Paragraph[] = [];
  const rows: (readonly string[])[][] = [];
  const noteIds: string[] = [];
  /** How much had been written when each choice between two drawings of the same thing began. */
  const alternatives: number[] = [];
  let written = 0;
  let skipping = 0;
  let runs = 0;
  let texts = 0;
  let properties = 0;

  const write = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || text === '') return;
    paragraph.text += text;
    written += 1;
  };
  const endFlow = () => {
    const flow = flows.length > 1 ? flows.pop() : undefined;
    return flow === undefined ? [] : [...flow.lines, ...(flow.carried === '' ? [] : [flow.carried])];
  };
  const beginFlow = () => flows.push({ lines: [], carried: '' });
  const current = () => flows.at(-1) as Flow;

  const opened = handlers<(attributes: XmlAttributes) => void>({
    p() {
      paragraphs.push({ text: current().carried, boxes: [], marksDeleted: false });
      current().carried = '';
    },
    pPr: () => (properties += 1),
    pStyle: ({ val }) => Object.assign(paragraphs.at(-1) ?? {}, { style: val }),
    numId: ({ val }) => Object.assign(paragraphs.at(-1) ?? {}, { list: val }),
    ilvl: ({ val }) => Object.assign(paragraphs.at(-1) ?? {}, { level: Number(val) }),
    r: () => (runs += 1),
    t: () => (texts += 1),
    tab: () => runs > 0 && write('\t'),
    br: () => write('\n'),
    cr: () => write('\n'),
    noBreakHyphen: () => write('-'),
    footnoteReference: ({ id }) => write(mark('footnote', id ?? '')),
    endnoteReference: ({ id }) => write(mark('endnote', id ?? '')),
    tr: () => rows.push([]),
    tc: beginFlow,
    txbxContent: beginFlow,
    footnote: ({ id }) => noteIds.push(id ?? '') && beginFlow(),
    endnote: ({ id }) => noteIds.push(id ?? '') && beginFlow(),
    AlternateContent: () => alternatives.push(written),
  });

  const endNote = () => body.notes.set(noteIds.pop() ?? '', endFlow());
  const closed = handlers<() => void>({
    p() {
      const paragraph = paragraphs.pop();
      if (paragraph === undefined) return;
      if (paragraph.marksDeleted) current().carried = paragraph.text;
      else pushAll(current().lines, `${number(paragraph)}${paragraph.text}`.split('\n'));
      pushAll(current().lines, paragraph.boxes);
    },
    pPr: () => (properties -= 1),
    r: () => (runs -= 1),
    t: () => (texts -= 1),
    tr: () => pushAll(current().lines, joinRow(rows.pop() ?? [])),
    tc: () => rows.at(-1)?.push(endFlow()),
    txbxContent() {
      const lines = endFlow();
      pushAll(paragraphs.at(-1)?.boxes ?? current().lines, lines);
    },
    footnote: endNote,
    endnote: endNote,
    AlternateContent: () => alternatives.pop(),
  });

  return {
    body,
    open(name, attributes) {
      if (name === 'del' && properties > 0) Object.assign(paragraphs.at(-1) ?? {}, { marksDeleted: true });
      const isAlternative = name === 'Choice' || name === 'Fallback';
      const isSaid = isAlternative && written > (alternatives.at(-1) ?? written);
      if (skipping > 0 || isSaid || SKIPPED.has(name)) skipping += 1;
      else opened.get(name)?.(attributes);
    },
    close(name) {
      if (skipping > 0) skipping -= 1;
      else closed.get(name)?.();
    },
    text(text) {
      if (skipping === 0 && texts > 0) write(text.replaceAll(/[\r\n]+/g, ' '));
    },
  };
}

/** A map, because elements of a hostile file may be named like the inherited members of an object. */
function handlers<H>(byName: Readonly<Record<string, H>>): ReadonlyMap<string, H> {
  return new Map(Object.entries(byName));
}
