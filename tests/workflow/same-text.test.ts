import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { importCases } from '../../src/workflow/import-cases.js';
import { listManifest, showCase } from '../../src/workflow/show-cases.js';
import { encodeText } from '../formats/encode-text.js';
import { line, makePdf } from '../formats/make-pdf.js';
import { docxOf, paragraph } from '../formats/office-zip.js';
import {
  CHROMIUM,
  convertWithLibreOffice,
  LIBREOFFICE,
  pageOf,
  printWithChromium,
} from '../formats/print-pdf.js';
import { mhtmlOf } from '../formats/web-pages.js';
import { temporaryFolder, temporaryStore } from '../store/sample-project.js';
import { contextOf } from './project.js';

const SIMPLIFIED = [
  '石桥村里的一本账——栖禾县产业帮扶案例',
  '一、账本贴在祠堂门口',
  '2020年，栖禾县石桥村把桃园交给合作社统一管理，农户按地块入股，每年秋后由村里当众分一次账。谁家出了多少工、投了多少肥，都写在祠堂的墙上。老支书说：“账要算给大家看，大家才肯把扶贫产业园当成自己的家业来经营。”',
  '去年全村分到手的钱一共是128.5万元，比前年多了32.4%，最少的一户也拿到了860元。《石桥村分红办法》规定，集体留三成，农户拿七成；外出务工的家庭，由村委会代为登记，年底一并结清。',
  '二、防贫保险守住底线',
  '（一）看得见的预警',
  '村里买了一块黑板，每天的用工和开支由会计写上去，谁都可以问。驻村工作队每月走访一遍脱贫户，凡是因病、因灾、因学支出骤增的，三天之内上报镇里，由镇里核实后纳入防止返贫动态监测。',
  '（二）算得清的赔付',
  '县里替每户出了50元保费，住院自付超过两万元的部分，保险公司再赔。去年共有37户得到赔付，A类户占2/3，没有一户因病返贫。',
  '三、分析的方法',
  '课题组于2021年3月15日用NLPIR分词，共得到361个关键词，GDP增速为6.1%，入户率达98%以上。',
  '（1）“三保障”政策落实情况；',
  '（2）产业奖补资金的兑现情况；',
  '（3）公益性岗位的考核办法。',
  '记者：你们村的账本是谁想出来的？',
  '老支书：是大家开会商量出来的，谁也没有功劳，谁都有功劳，要说功劳就是那块黑板。',
  '四、几点体会',
  '账目公开是前提，利益联结是关键，群众参与是根本。下一步，石桥村打算把民宿和电商也写进这本账里。',
];
const traditional = Converter({ from: 'cn', to: 'tw' });

const UNICODE = ['utf-8', 'utf-16le', 'utf-16be'] as const;

/** The lines in text files of all encodings that hold them, and in documents and tables made by hand. */
function filesOf(lines: readonly string[], codePages: readonly string[]): Record<string, Uint8Array> {
  const text = lines.join('\n');
  const [title = '', ...paragraphs] = lines;
  const page = pageOf(title, paragraphs);
  const sheet = utils.aoa_to_sheet([
    ['编号', '正文'],
    ['sheet', text],
  ]);
  return {
    ...Object.fromEntries(
      UNICODE.flatMap((encoding) => [
        [`${encoding}.txt`, encodeText(text, encoding)],
        [`${encoding}-bom.txt`, encodeText(`\ufeff${text}`, encoding)],
      ]),
    ),
    ...Object.fromEntries(
      codePages.map((encoding) => [`${encoding}.txt`, encodeText(lines.join('\r\n'), encoding)]),
    ),
    'word.docx': docxOf(lines.map((one) => paragraph(one)).join('')),
    'page.html': encodeText(page, 'utf-8'),
    'page-gb.html': encodeText(page.replace('utf-8', 'gb18030'), 'gb18030'),
    'saved.mhtml': Buffer.from(mhtmlOf(page, 'base64')),
    'book.xlsx': write({ SheetNames: ['一'], Sheets: { 一: sheet } }, { type: 'buffer', bookType: 'xlsx' }),
    'drawn.pdf': drawnPdf(lines),
    'table.csv': encodeText(`正文\n"${text}"\n`, codePages[0] ?? 'utf-8'),
    'lines.jsonl': encodeText(`${JSON.stringify({ text })}\n`, 'utf-8'),
  };
}

/** Pages of 40 lines of at most 36 characters (letters and digits count half), paragraphs indented by two. */
function drawnPdf(paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((text) => {
    const first = { text: '', left: 84, room: 34 };
    const wrapped = [first];
    for (const letter of text) {
      const width = letter < '\x80' ? 0.5 : 1;
      const last = wrapped.at(-1) ?? first;
      if (last.room >= width) Object.assign(last, { text: last.text + letter, room: last.room - width });
      else wrapped.push({ text: letter, left: 60, room: 36 - width });
    }
    return wrapped;
  });
  const pages: { content: string }[] = [];
  for (const [at, { text, left }] of lines.entries()) {
    if (at % 40 === 0) pages.push({ content: '' });
    const page = pages.at(-1);
    if (page) page.content += line(text, left, 780 - 18 * (at % 40), at % 2 === 0 ? 'U' : 'G');
  }
  return makePdf(pages);
}

/** The same lines as real programs print and save them. */
function realFilesOf(lines: readonly string[], folder: string): Record<string, Uint8Array> {
  const [title = '', ...paragraphs] = lines;
  const page = pageOf(title, paragraphs);
  const files: Record<string, Uint8Array> = {};
  if (CHROMIUM) {
    files['printed.pdf'] = printWithChromium(folder, 'printed', page);
    files['columns.pdf'] = printWithChromium(
      folder,
      'columns',
      pageOf(title, paragraphs, 'div{column-count:2;column-gap:2em}'),
    );
  }
  if (LIBREOFFICE) {
    const office = convertWithLibreOffice(
      folder,
      'office.html',
      page,
      'docx:MS Word 2007 XML',
      'HTML (StarWriter)',
    );
    files['office.docx'] = office;
    files['office-print.pdf'] = convertWithLibreOffice(folder, 'office-print.docx', office, 'pdf');
  }
  return files;
}

describe('the same text', () => {
  it.each([
    ['simplified, and printed by real programs', SIMPLIFIED, ['gb18030'], realFilesOf],
    ['traditional', SIMPLIFIED.map((one) => traditional(one)), ['gb18030', 'big5'], () => ({})],
  ] as const)(
    'has the same clean text from every encoding and format: %s',
    async (_, lines, codePages, furtherFiles) => {
      const folder = temporaryFolder();
      const files: Record<string, Uint8Array> = {
        ...filesOf(lines, codePages),
        ...furtherFiles(lines, temporaryFolder()),
      };
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
      const store = temporaryStore();
      const { added, nearDuplicates } = await importCases(contextOf(store), { paths: [folder] });
      expect(added).toHaveLength(Object.keys(files).length);
      for (const id of added) expect(showCase({ store }, id).cleanText.split('\n'), id).toEqual(lines);
      const duplicates = new Set(nearDuplicates.flatMap(({ first, second }) => [first, second]));
      expect([...duplicates].sort()).toEqual([...added].sort());
      const encodings = listManifest({ store })
        .filter(({ format }) => format === 'txt')
        .map(({ file, encoding }) => [file, encoding]);
      expect(encodings).toEqual(
        encodings.map(([file]) => [file, file?.replace(/(?:-bom)?\.txt$/, '') ?? null]),
      );
    },
    300_000,
  );
});
