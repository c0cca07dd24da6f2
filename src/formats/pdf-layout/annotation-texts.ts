import { codePointLength } from '../../text/code-points.js';
import type { LeftOut } from '../document-text.js';
import type { PlacedText } from './fragment.js';

/** What pdf.js says of a field of a form, a note or a stamp, as far as it is text. */
export interface PdfAnnotation {
  readonly subtype?: string;
  /** Corners in the space of the page, y upwards. */
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly options?: readonly { readonly exportValue: string; readonly displayValue: string }[];
  readonly contentsObj?: { readonly str: string };
  /** The lines of its appearance, where pdf.js reads them. */
  readonly textContent?: readonly string[];
  readonly defaultAppearanceData?: { readonly fontSize: number };
}

/** Invisible, hidden, not shown: nobody sees the annotation. */
const UNSEEN = 0b100011;
/** Annotations whose contents describe them and are no comment; pop-ups repeat those of a comment. */
const NO_COMMENTS = new Set(['Widget', 'Link', 'Popup', 'Stamp', 'FreeText']);
const [TICKED, EMPTY] = ['☒', '☐'];
const USUAL_SIZE = 12;
/** How much of the height of its box a line takes at most, and how far its baseline is above the lower edge, in ems. */
const [HEIGHT_SHARE, BASELINE] = [0.75, 0.2];
const HAN_WIDTH = 1;
const LATIN_WIDTH = 0.5;

/** What of annotations is not read: characters of comments, and stamps without words of their own. */
export function unreadAnnotations(
  annotations: readonly PdfAnnotation[],
): Pick<LeftOut, 'comments' | 'stamps'> {
  const unread = annotations.filter((one) => isSeen(one) && textOf(one).trim() === '');
  const comments = unread.filter(({ subtype = '' }) => !NO_COMMENTS.has(subtype));
  return {
    comments: comments.reduce((sum, { contentsObj }) => sum + codePointLength(contentsObj?.str ?? ''), 0),
    stamps: unread.filter(({ subtype }) => subtype === 'Stamp').length,
  };
}

/** The words of an annotation, a line each, as if they were printed where it stands; none of a comment. */
export function annotationTexts(annotation: PdfAnnotation): PlacedText[] {
  const { rect = [], defaultAppearanceData } = annotation;
  const [left = 0, low = 0, right = 0, high = 0] = rect;
  if (!isSeen(annotation)) return [];
  const lines = textOf(annotation).split(/\r\n|\r|\n/);
  const room = (high - low) / lines.length;
  const size = defaultAppearanceData?.fontSize || Math.min(USUAL_SIZE, Math.max(1, room * HEIGHT_SHARE));
  return lines.flatMap((text, at): PlacedText[] => {
    if (text.trim() === '') return [];
    const baseline = lines.length === 1 ? low + (room - size) / 2 + BASELINE * size : high - (at + 1) * size;
    const width = [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? HAN_WIDTH : LATIN_WIDTH), 0) * size;
    // What is longer is wrapped within the box.
    const length = Math.min(width, right - left);
    return [{ text, transform: [size, 0, 0, size, left, baseline], length, isVertical: false }];
  });
}

const isSeen = ({ annotationFlags = 0 }: PdfAnnotation) => (annotationFlags & UNSEEN) === 0;

function textOf(annotation: PdfAnnotation): string {
  const { subtype, fieldType, contentsObj, textContent = [] } = annotation;
  if (subtype === 'FreeText' || subtype === 'Stamp') return contentsObj?.str || textContent.join('\n');
  if (subtype !== 'Widget') return '';
  return fieldType === 'Btn' ? boxOf(annotation) : valueOfField(annotation) || textContent.join('\n');
}

function boxOf({ fieldValue, exportValue, buttonValue, checkBox, radioButton }: PdfAnnotation): string {
  if (!checkBox && !radioButton) return '';
  const own = checkBox ? exportValue : buttonValue;
  return own !== undefined && fieldValue === own ? TICKED : EMPTY;
}

/** The value of a field; of a list what people see of it. */
function valueOfField({ fieldValue, options = [] }: PdfAnnotation): string {
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const shown = values.filter((value): value is string => typeof value === 'string');
  return shown
    .map((value) => options.find((option) => option.exportValue === value)?.displayValue ?? value)
    .join('、');
}
