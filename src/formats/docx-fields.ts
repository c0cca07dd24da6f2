import { isOn } from './docx-styles.js';
import type { XmlAttributes } from './xml-events.js';

/** A form field of Word: what people chose or ticked stands in its data, not in the text. */
interface FormField {
  kind: 'list' | 'box' | 'text';
  readonly entries: string[];
  chosen?: string | undefined;
  preset?: string | undefined;
}

/** A field that is open, with its code as far as it was read. */
interface Field {
  code: string;
  form?: FormField;
  /** How much had been written when its result began. */
  resultFrom?: number;
}

/** The fields and content controls of a part of a Word document. */
export interface DocxFields {
  readonly opened: Readonly<Record<string, (attributes: XmlAttributes) => void>>;
  readonly closed: Readonly<Record<string, () => void>>;
  /** Takes in what is part of the code of a field. */
  readonly hearCode: (text: string) => void;
  /** Whether the place is in a content control that nobody filled in. */
  readonly isPrompt: () => boolean;
  /** Whether the place is in a table of contents. */
  readonly isInContents: () => boolean;
}

const CONTENTS_FIELD = /^\s*TOC\b/;
const CONTENTS_GALLERY = /table of contents/i;
const [TICKED, EMPTY] = ['☒', '☐'];

/**
 * Follows the fields of a part; the values of form fields that are no text of their own are written.
 * @param written how much has been written so far
 */
export function openDocxFields(write: (text: string) => void, written: () => number): DocxFields {
  const fields: Field[] = [];
  /** The content controls that are open: whether each is a table of contents, and whether it shows a prompt. */
  const controls: { isContents: boolean; isPrompt: boolean }[] = [];
  const begin = (kind: FormField['kind']) => () => {
    const field = fields.at(-1);
    if (field) field.form = { kind, entries: [] };
  };
  const inForm =
    (set: (form: FormField, attributes: XmlAttributes) => void) => (attributes: XmlAttributes) => {
      const form = fields.at(-1)?.form;
      if (form && fields.at(-1)?.resultFrom === undefined) set(form, attributes);
    };
  return {
    opened: {
      sdt: () => controls.push({ isContents: false, isPrompt: false }),
      docPartGallery: ({ val = '' }) =>
        Object.assign(controls.at(-1) ?? {}, { isContents: CONTENTS_GALLERY.test(val) }),
      showingPlcHdr: ({ val }) => Object.assign(controls.at(-1) ?? {}, { isPrompt: isOn(val) }),
      fldSimple: ({ instr = '' }) => fields.push({ code: instr }),
      fldChar: ({ fldCharType }) => {
        const field = fields.at(-1);
        if (fldCharType === 'begin') fields.push({ code: '' });
        if (fldCharType === 'separate' && field) field.resultFrom = written();
        if (fldCharType !== 'end') return;
        fields.pop();
        const hasResult = field?.resultFrom !== undefined && written() > field.resultFrom;
        if (field?.form && (field.form.kind === 'box' || !hasResult)) write(valueOfForm(field.form));
      },
      ddList: begin('list'),
      checkBox: begin('box'),
      textInput: begin('text'),
      listEntry: inForm(({ entries }, { val = '' }) => entries.push(val)),
      result: inForm((form, { val }) => Object.assign(form, { chosen: val })),
      checked: inForm((form, { val }) => Object.assign(form, { chosen: isOn(val) ? '1' : '0' })),
      default: inForm((form, { val }) => Object.assign(form, { preset: val })),
    },
    closed: {
      sdt: () => controls.pop(),
      fldSimple: () => fields.pop(),
    },
    hearCode: (text) => {
      const field = fields.at(-1);
      if (field) field.code += text;
    },
    isPrompt: () => controls.some(({ isPrompt }) => isPrompt),
    isInContents: () =>
      controls.some(({ isContents }) => isContents) || fields.some(({ code }) => CONTENTS_FIELD.test(code)),
  };
}

function valueOfForm({ kind, entries, chosen, preset }: FormField): string {
  const value = chosen ?? preset;
  if (kind === 'box') return isOn(value ?? '0') ? TICKED : EMPTY;
  return kind === 'list' ? (entries[Number(value ?? 0)] ?? '') : (value ?? '');
}
