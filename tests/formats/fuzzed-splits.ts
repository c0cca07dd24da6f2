import { UserError } from '../../src/errors.js';
import { decodeText } from '../../src/formats/decode-text.js';
import type { DocumentText } from '../../src/formats/document-text.js';
import { readDocx } from '../../src/formats/docx.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import type { SplitBy } from '../../src/model/split-by.js';
import { checkGiven } from '../stages/import/check-given.js';
import { checkSplit } from '../stages/import/check-split.js';
import { encodeText } from './encode-text.js';
import { checkMessages } from './fuzz.js';
import { line, makePdf } from './make-pdf.js';
import { docxOf, paragraph } from './office-zip.js';
import { readTestPdf } from './read-pdf.js';

const TITLES = ['案例一 扶贫车间', '案例二 易地搬迁', '案例二 易地搬迁', '案例 (2)'];
const STORY = '村里办起扶贫车间，妇女就近上工𠮷。';
const CONTENTS = TITLES.map((title, at) => `${title}……${at + 1}`);
const TEXT = `目录\n${CONTENTS.join('\n')}\n序言。\n${TITLES.map((title) => `# ${title}\r\n${STORY}\f`).join('\n')}`;

const DOCX = docxOf(
  ['目录', ...CONTENTS].map((text) => paragraph(text)).join('') +
    TITLES.map((title) => paragraph(title, '<w:pStyle w:val="h1"/>') + paragraph(STORY)).join(''),
  { styles: '<w:style w:styleId="h1"><w:name w:val="heading 1"/></w:style>' },
);
const PDF = makePdf(
  [
    ['目录', ...CONTENTS].map((text, at) => line(text, 60, 700 - 20 * at)).join(''),
    ...TITLES.map((title) => line(title, 60, 760, 'U', 20) + line(STORY, 60, 720)),
  ].map((content) => ({ content })),
);

const WAYS: readonly SplitBy[] = [
  { kind: 'heading', level: 1 },
  { kind: 'contents' },
  { kind: 'line', pattern: '^案例' },
];

/** A reader of documents that splits what it read in each way; what cannot be split in one is split in the others. */
function splitting(
  name: string,
  seeds: readonly Uint8Array[],
  read: (bytes: Uint8Array) => Promise<Pick<DocumentText, 'text' | 'marks'>>,
) {
  return {
    name: `${name}, split in each way`,
    seeds,
    read: async (bytes: Uint8Array) => {
      const { text, marks = [] } = await read(bytes);
      for (const by of WAYS) {
        try {
          checkSplit({ text, marks, attributes: {}, source: `汇编.${name}` }, by, name === 'pdf');
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          checkMessages(error);
        }
      }
    },
  };
}

/** Readers of compilations that are split into cases, and of texts that were cut into words before. */
export const SPLIT_READERS = [
  splitting(
    'txt',
    ['utf-8', 'utf-16le'].map((encoding) => encodeText(TEXT, encoding)),
    async (bytes) => decodeText(bytes, 'a.txt'),
  ),
  splitting('docx', [DOCX], (bytes) => readDocx('a.docx', bytes, DEFAULT_LIMITS)),
  splitting('pdf', [PDF], readTestPdf),
  {
    name: 'texts cut into words',
    seeds: [
      '村里 办起 扶贫车间 ， Green Card 认证 12 345 元 。\r\n妇女 上工',
      '村里/f 办起/v 扶贫车间/n ，/w 𠮷村/ns 。/w',
      '村里_f|办起_v|和/或_c',
      '村里\tf\n办起\tv\n\n妇女\tn\n',
      '[["村里","f"],["办起","v"],["\\n","w"],["\\ud842\\udfb7","n"]]',
    ].map((text) => encodeText(text, 'utf-8')),
    read: async (bytes: Uint8Array) => checkGiven(decodeText(bytes, 'a.txt').text),
  },
];
