import { AlignmentType, type IRunStylePropertiesOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { Language } from '../../model/language.js';

const LATIN = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });

/** The type that Chinese journals set text, headings and quotes in. */
const SONG = font('宋体');
const HEI = font('黑体');
const KAI = font('楷体');

/** Half points: 小四, 五号, 小五 and what headings have. */
const SIZE = { text: 24, small: 21, table: 18, title: 36, first: 30, second: 28, third: 24 };

/** Two characters of the text, in twentieths of a point. */
const TWO_CHARACTERS = 480;

const heading = (size: number, before: number, after: number) => ({
  run: { font: HEI, size, bold: true, color: '000000' },
  paragraph: { spacing: { before, after }, keepNext: true },
});

const paragraphStyle = (
  id: string,
  run: IRunStylePropertiesOptions,
  paragraph: NonNullable<NonNullable<IStylesOptions['paragraphStyles']>[number]['paragraph']>,
) => ({ id, name: id, basedOn: 'Normal', run, paragraph });

/** The styles of a report: an author changes them in one place. */
export function reportStyles(language: Language): IStylesOptions {
  const centred = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } };
  return {
    default: {
      document: {
        run: { font: SONG, size: SIZE.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: HEI, size: SIZE.title, bold: true },
        paragraph: { ...centred, spacing: { before: 240, after: 120 } },
      },
      heading1: heading(SIZE.first, 360, 180),
      heading2: heading(SIZE.second, 240, 120),
      heading3: heading(SIZE.third, 180, 60),
    },
    paragraphStyles: [
      paragraphStyle(
        'BodyText',
        {},
        {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: language === 'zh' ? TWO_CHARACTERS : 0 },
          spacing: { line: 360, after: language === 'zh' ? 0 : 120 },
        },
      ),
      paragraphStyle('Subtitle', { size: SIZE.small }, { ...centred, spacing: { after: 240 } }),
      paragraphStyle('Remark', { size: SIZE.small }, { spacing: { line: 300, after: 60 } }),
      paragraphStyle(
        'QuotesLead',
        { size: SIZE.small },
        { keepNext: true, spacing: { line: 300, after: 60 } },
      ),
      paragraphStyle(
        'TableTitle',
        { font: HEI, size: SIZE.small, bold: true },
        { ...centred, keepNext: true, spacing: { before: 240, after: 60 } },
      ),
      // The height of its line is that of the picture.
      paragraphStyle(
        'Picture',
        {},
        { ...centred, spacing: { before: 240, line: 240, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle(
        'FigureTitle',
        { font: HEI, size: SIZE.small, bold: true },
        { ...centred, spacing: { before: 60, after: 60 } },
      ),
      paragraphStyle('TableText', { size: SIZE.table }, { spacing: { line: 264 } }),
      paragraphStyle('TableNote', { size: SIZE.table }, { spacing: { line: 264, before: 40, after: 120 } }),
      paragraphStyle(
        'QuotedText',
        { font: KAI, size: SIZE.small },
        {
          alignment: AlignmentType.BOTH,
          indent: { left: TWO_CHARACTERS },
          spacing: { line: 320, after: 40 },
        },
      ),
    ],
  };
}
