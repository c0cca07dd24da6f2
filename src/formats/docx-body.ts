import { pushAll } from '../text/many.js';
import { raiseNumber } from '../text/raise-number.js';
import { joinLines, splitLine, withAnchors } from './anchored-lines.js';
import { type LeftOut, type LineAnchor, type MarkedLine, NOTHING_LEFT_OUT } from './document-text.js';
import { openDocxFields } from './docx-fields.js';
import type { NumberParagraph, ParagraphProperties } from './docx-numbering.js';
import { type DocxStyles, headingLevel, isOn } from './docx-styles.js';
import { readSymbol } from './docx-symbols.js';
import { joinRow, markTable } from './table-row.js';
import { elementHandlers, type XmlAttributes, type XmlListener } from './xml-events.js';

/** What a part of a Word document holds. */
export interface DocxBody {
  readonly lines: MarkedLine[];
  /** The footnotes and endnotes that the part holds, by their ids. */
  readonly notes: Map<string, readonly MarkedLine[]>;
  readonly leftOut: { -readonly [Kind in keyof LeftOut]: LeftOut[Kind] };
}

/** The mark of a note, from the element that refers to it and the note's id. */
export type MarkNote = (reference: string, id: string) => string;

interface Paragraph extends ParagraphProperties {
  text: string;
  readonly anchors: LineAnchor[];
  /** Lines of the text boxes that are anchored in it. */
  readonly boxes: MarkedLine[];
  marksDeleted: boolean;
  /** The level that its own outline level gives it. */
  outline?: number | undefined;
  readonly isInContents: boolean;
}

/** A place that lines go to: the body, a cell, a text box, a note. */
interface Flow {
  readonly lines: MarkedLine[];
  /** A paragraph whose end was deleted, so that it goes on in the next one. */
  carried: MarkedLine;
}

/** What is deleted, moved away or a gloss above the line. */
const SKIPPED = new Set('del moveFrom rt instrText delText rPrChange pPrChange numberingChange'.split(' '));

/** The elements that say where a comment begins, ends, and is referred to. */
const SIDES: ReadonlyMap<string, string> = new Map(
  Object.entries({ commentRangeStart: 'start', commentRangeEnd: 'end', commentReference: 'at' }),
);

const NOTHING: MarkedLine = { text: '' };
/** A heading of so many sentences is a paragraph that somebody gave the style of one. */
const SENTENCES = /[。！？；].*[。！？；]/;

/** A listener that writes down what a part of a Word document says, tracked changes accepted; `end` when all of it was heard. */
export function docxBodyListener(
  number: NumberParagraph,
  mark: MarkNote,
  styles: DocxStyles,
): XmlListener & { readonly body: DocxBody; readonly end: () => void } {
  const body: DocxBody = {
    lines: [],
    notes: new Map(),
    leftOut: { ...NOTHING_LEFT_OUT },
  };
  const flows: Flow[] = [{ lines: body.lines, carried: NOTHING }];
  const paragraphs: Paragraph[] = [];
  const rows: (readonly MarkedLine[])[][] = [];
  /** How many lines its flow had where each table began. */
  const tables: number[] = [];
  let isFieldCode = false;
  const noteIds: string[] = [];
  /** How much had been written when each choice between two drawings of the same thing began. */
  const alternatives: number[] = [];
  let written = 0;
  /** What begins or ends between two paragraphs: it is where the next one begins. */
  const between: LineAnchor[] = [];
  let skipping = 0;
  let runs = 0;
  let texts = 0;
  let properties = 0;
  let isRaised = false;

  /** Whether each run that is open is hidden, where it says so itself. */
  const hiddenRuns: (boolean | undefined)[] = [];
  const hide = (isHidden: boolean) => {
    if (properties === 0 && hiddenRuns.length > 0) hiddenRuns[hiddenRuns.length - 1] = isHidden;
  };
  const write = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || text === '') return;
    if (fields.isPrompt()) body.leftOut.prompts += text.trim().length;
    else if (hiddenRuns.at(-1) ?? styles.isHidden(paragraph.style)) body.leftOut.hidden += text.trim().length;
    else paragraph.text += text;
    written += 1;
  };
  const unreadSymbol = () => {
    body.leftOut.symbols += 1;
    return '';
  };
  /** A part is read between lines, not within the cells of a row. */
  const showPart = (lines: MarkedLine[], part = '') => {
    if (flows.length === 1) lines.push({ text: '', part });
    else body.leftOut.parts += 1;
  };
  /** The number of a note may be in three runs: [, 1 and ]. */
  const raise = (text: string) =>
    isRaised && !/[[［]$/.test(paragraphs.at(-1)?.text ?? '') ? raiseNumber(text) : null;
  const anchor = (name: string) => {
    const paragraph = paragraphs.at(-1);
    (paragraph?.anchors ?? between).push({ name, at: paragraph?.text.length ?? 0 });
  };
  const endFlow = () => {
    const flow = flows.length > 1 ? flows.pop() : undefined;
    return flow === undefined ? [] : [...flow.lines, ...(flow.carried.text === '' ? [] : [flow.carried])];
  };
  const beginFlow = () => flows.push({ lines: [], carried: NOTHING });
  const current = () => flows.at(-1) as Flow;

  const fields = openDocxFields(
    (text) => write(text),
    () => written,
  );
  const { isInContents } = fields;
  const describe = (paragraph: Paragraph, text: string): Pick<MarkedLine, 'kind' | 'level'> => {
    const level = paragraph.outline ?? styles.levelOf(paragraph.style);
    if (paragraph.isInContents || isInContents()) return { kind: 'contents', level };
    const kind = paragraph.outline === undefined ? styles.kindOf(paragraph.style) : 'heading';
    return kind === 'heading' && SENTENCES.test(text) ? {} : { kind, level };
  };

  const opened = elementHandlers<(attributes: XmlAttributes) => void>({
    ...fields.opened,
    p() {
      const { text, anchors = [] } = current().carried;
      paragraphs.push({
        text,
        anchors: [...anchors, ...between.splice(0).map(({ name }) => ({ name, at: text.length }))],
        boxes: [],
        marksDeleted: false,
        isInContents: isInContents(),
      });
      current().carried = NOTHING;
    },
    pPr: () => (properties += 1),
    pStyle: ({ val }) => Object.assign(paragraphs.at(-1) ?? {}, { style: val }),
    numId: ({ val }) => Object.assign(paragraphs.at(-1) ?? {}, { list: val }),
    outlineLvl: ({ val = '' }) => Object.assign(paragraphs.at(-1) ?? {}, { outline: headingLevel(val) }),
    ilvl: ({ val }) => Object.assign(paragraphs.at(-1) ?? {}, { level: Number(val) }),
    r() {
      runs += 1;
      hiddenRuns.push(undefined);
      isRaised = false;
    },
    rStyle: ({ val = '' }) => styles.isHidden(val) && hide(true),
    vanish: ({ val }) => hide(isOn(val)),
    sym: ({ font = '', char = '' }) => write(readSymbol(font, char) ?? unreadSymbol()),
    framePr: ({ dropCap = 'none' }) =>
      dropCap !== 'none' && Object.assign(paragraphs.at(-1) ?? {}, { marksDeleted: true }),
    altChunk: ({ id }) => showPart(current().lines, id),
    OLEObject: () => (body.leftOut.parts += 1),
    textpath: ({ string = '' }) => string.trim() && paragraphs.at(-1)?.boxes.push({ text: string.trim() }),
    relIds: ({ dm }) => showPart(paragraphs.at(-1)?.boxes ?? current().lines, dm),
    vertAlign({ val }) {
      isRaised = runs > 0 && val === 'superscript';
    },
    t: () => (texts += 1),
    tab: () => runs > 0 && write('\t'),
    ptab: () => write('\t'),
    br: () => write('\n'),
    cr: () => write('\n'),
    noBreakHyphen: () => write('-'),
    footnoteReference: ({ id }) => write(mark('footnote', id ?? '')),
    endnoteReference: ({ id }) => write(mark('endnote', id ?? '')),
    tbl: () => tables.push(current().lines.length),
    tr: () => rows.push([]),
    tc: beginFlow,
    txbxContent: beginFlow,
    footnote: ({ id }) => noteIds.push(id ?? '') && beginFlow(),
    endnote: ({ id }) => noteIds.push(id ?? '') && beginFlow(),
    AlternateContent: () => alternatives.push(written),
  });

  const endNote = () => body.notes.set(noteIds.pop() ?? '', endFlow());
  const closed = elementHandlers<() => void>({
    ...fields.closed,
    p() {
      const paragraph = paragraphs.pop();
      if (paragraph === undefined) return;
      if (paragraph.marksDeleted) current().carried = joinLines([paragraph], '');
      else {
        const line = joinLines([{ text: number(paragraph) }, paragraph], '');
        pushAll(current().lines, splitLine({ ...line, ...describe(paragraph, line.text) }));
      }
      pushAll(current().lines, paragraph.boxes);
    },
    pPr: () => (properties -= 1),
    r() {
      runs -= 1;
      hiddenRuns.pop();
      isRaised = false;
    },
    t: () => (texts -= 1),
    tr() {
      const cells = rows.pop() ?? [];
      const lines = joinRow(cells);
      // What began or ended in a row that is left out does so where the text goes on.
      if (lines.length === 0) between.push(...cells.flat().flatMap(({ anchors = [] }) => anchors));
      pushAll(current().lines, lines);
    },
    tbl() {
      const { lines } = current();
      pushAll(lines, markTable(lines.splice(tables.pop() ?? lines.length)));
    },
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
    end() {
      const last = body.lines.pop();
      if (last) body.lines.push(withAnchors(last, between, last.text.length));
    },
    open(name, attributes) {
      // Words may be commented on and deleted: their place remains.
      const side = SIDES.get(name);
      if (side !== undefined) anchor(`${side} ${attributes['id']}`);
      if (name === 'del' && properties > 0) Object.assign(paragraphs.at(-1) ?? {}, { marksDeleted: true });
      const isAlternative = name === 'Choice' || name === 'Fallback';
      const isSaid = isAlternative && written > (alternatives.at(-1) ?? written);
      if (name === 'instrText') isFieldCode = true;
      if (skipping > 0 || isSaid || SKIPPED.has(name)) skipping += 1;
      else opened.get(name)?.(attributes);
    },
    close(name) {
      if (name === 'instrText') isFieldCode = false;
      if (skipping > 0) skipping -= 1;
      else closed.get(name)?.();
    },
    text(text) {
      if (isFieldCode) fields.hearCode(text);
      if (skipping === 0 && texts > 0) write(raise(text) ?? text.replaceAll(/[\r\n]+/g, ' '));
    },
  };
}
