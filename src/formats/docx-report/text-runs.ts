import { type IRunOptions, TextRun as Run, Tab } from 'docx';
import type { TextRun } from '../../model/document.js';
import { plainCharacters } from '../../text/plain-characters.js';

const STYLES: Readonly<Record<TextRun['style'], IRunOptions>> = {
  plain: {},
  strong: { bold: true },
  gap: { highlight: 'yellow' },
  code: { font: 'Consolas' },
};

/** Text in one style, its line ends and tabs as Word writes them. */
export function textRuns(text: string, style: TextRun['style'] = 'plain', options: IRunOptions = {}): Run[] {
  return plainCharacters(text)
    .split('\n')
    .map((line, at) => {
      const children = line.split('\t').flatMap((piece, tab) => (tab === 0 ? [piece] : [new Tab(), piece]));
      return new Run({ ...STYLES[style], ...options, children, ...(at > 0 && { break: 1 }) });
    });
}
