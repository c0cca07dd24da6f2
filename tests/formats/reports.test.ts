import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDocxReport } from '../../src/formats/docx-report.js';
import { writeHtmlReport } from '../../src/formats/html-report.js';
import { writeMdReport } from '../../src/formats/md-report.js';
import type { DocumentBlock, ReportDocument, TableCell } from '../../src/model/document.js';
import { plainCharacters } from '../../src/text/plain-characters.js';
import { makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';
const PYTHON_DOCX = spawnSync(PYTHON, ['-c', 'import docx']).status === 0;
const READ = `
import json, sys, docx
document = docx.Document(sys.argv[1])
print(json.dumps({
  "paragraphs": [p.text for p in document.paragraphs],
  "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
}))
`;

const FRAME = { notes: '注：', contents: '目录', figureData: '数据' };

const HOSTILE = [
  '<script>alert(1)</script>',
  '&amp; &lt;b&gt; &#x3C;',
  ']]> <!-- --> <![CDATA[ <?xml?>',
  '"><img src=x onerror=alert(1)>\'',
  'a\u200f\u202eb\u2066c',
  '\ud83d\ude00 𠀀 \ud800 half',
  'bell\u0007, nothing\u0000, form feed\f, \u000b, \ufffe, c1 \u0085',
  '第一行\n第二行\r\n第三行\r第四行\t制表',
  '| a | b |\n|---|---|\n# 标题\n> 引\n- 项\n1. 一\n***\n`码` [链](http://a) ![图](b) **粗** ~~删~~ <b>',
  '=1+1 @x {{x}} %s _x000D_ \\\\ \\n',
  '  两头有空格  ',
];

const cell = (text: string, rows = 1): TableCell => ({ text, rows, link: null });

/** A report that says each of some texts in a cell and in a quote. */
function reportOf(texts: readonly string[], blocks: readonly DocumentBlock[] = []): ReportDocument {
  const table: DocumentBlock = {
    kind: 'table',
    anchor: 'table-1',
    number: '表 1',
    title: '各文本',
    header: ['号', '文本'],
    rows: texts.map((text, at) => [cell(String(at)), cell(text)]),
    numeric: [true, false],
    hasTotal: false,
    isList: false,
    notes: ['说明'],
  };
  const quotes = texts.map(
    (text): DocumentBlock => ({ kind: 'quote', text, place: '（甲，1，2）', isCounter: false }),
  );
  return { language: 'zh', title: '报告', subtitle: '两个案例', blocks: [table, ...quotes, ...blocks] };
}

async function readDocx(report: ReportDocument) {
  const path = join(folder.path, 'report.docx');
  writeFileSync(path, await writeDocxReport(report, FRAME));
  const { stdout } = spawnSync(PYTHON, ['-c', READ, path], { encoding: 'utf8', maxBuffer: 1e8 });
  return JSON.parse(stdout) as { readonly paragraphs: string[]; readonly tables: string[][][] };
}

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The elements of a name in a page, in order. */
function elements(nodes: readonly Node[], name: string): Extract<Node, { attribs: object }>[] {
  return nodes.flatMap((node) => {
    if (!('attribs' in node)) return [];
    const within = elements(node.children, name);
    return node.name === name ? [node, ...within] : within;
  });
}

function textOf(node: Node): string {
  if ('data' in node) return node.data;
  if (!('children' in node)) return '';
  // A line end that is written has one in the source behind it.
  return node.children
    .map((child) => ('name' in child && child.name === 'br' ? '' : textOf(child as Node)))
    .join('');
}

const htmlOf = (report: ReportDocument) => [...writeHtmlReport(report, FRAME)].join('');

/** Any text: all kinds of characters, halves of them too, and markup of our formats. */
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE, '\n', '\r', '\t', '<', '&')), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

describe.skipIf(!PYTHON_DOCX)('docx reports', () => {
  const expectSame = async (texts: readonly string[]) => {
    const { paragraphs, tables } = await readDocx(reportOf(texts));
    expect(tables[0]?.slice(1).map((row) => row[1])).toEqual(texts.map(plainCharacters));
    const quotes = texts.map((text) => `“${plainCharacters(text)}”（甲，1，2）`);
    expect(paragraphs.slice(-quotes.length)).toEqual(quotes);
  };

  it('say every text as it is', () => expectSame(HOSTILE));

  it('say any text as it is', () =>
    fc.assert(fc.asyncProperty(fc.array(anyText, { minLength: 40, maxLength: 60 }), expectSame), {
      numRuns: 4,
    }));

  it('say a cell that reaches over rows once, in each of its rows', async () => {
    const [first] = reportOf([]).blocks;
    const rows = [
      [cell('上级', 2), cell('一')],
      [null, cell('二')],
    ];
    const merged = { ...first, rows } as DocumentBlock;
    const { tables } = await readDocx({ ...reportOf([]), blocks: [merged] });
    expect(tables[0]?.slice(1)).toEqual([
      ['上级', '一'],
      ['上级', '二'],
    ]);
  });
});

describe('html reports', () => {
  const expectSame = (texts: readonly string[]) => {
    const { children } = parseDocument(htmlOf(reportOf(texts)));
    const cells = elements(children, 'td').map(textOf);
    expect(cells.filter((_, at) => at % 2 === 1)).toEqual(texts.map(plainCharacters));
    expect(elements(children, 'q').map(textOf)).toEqual(texts.map(plainCharacters));
    for (const name of ['script', 'img', 'b', 'iframe']) {
      expect(elements(children, name).filter((one) => name !== 'b' || textOf(one) !== '表 1')).toEqual([]);
    }
  };

  it('say every text as it is, and make no element of it', () => expectSame(HOSTILE));

  it('say any text as it is', () => fc.assert(fc.property(fc.array(anyText, { maxLength: 20 }), expectSame)));

  it('load nothing and run nothing', () => {
    const html = htmlOf(reportOf(HOSTILE));
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html.replaceAll(/&[^;]+;/g, '')).not.toMatch(/<(script|link|iframe|object)|\ssrc="(?!data:)/);
  });

  it('lead from the contents and from counts to what is there', () => {
    const anchor = 'quotes-编码 "1"';
    const heading: DocumentBlock = { kind: 'heading', level: 2, text: '引文', anchor };
    const report = reportOf(['甲'], [heading]);
    const [table] = report.blocks;
    const linked = { ...table, rows: [[cell('0'), { ...cell('3'), link: anchor }]] } as DocumentBlock;
    const { children } = parseDocument(htmlOf({ ...report, blocks: [linked, heading] }));
    const ids = new Set(
      ['h3', 'div'].flatMap((name) => elements(children, name).map(({ attribs }) => attribs['id'])),
    );
    const links = elements(children, 'a').map(({ attribs }) =>
      decodeURIComponent(attribs['href']?.slice(1) ?? ''),
    );
    expect(links).toEqual(['table-1', anchor, anchor]);
    for (const link of links) expect(ids).toContain(link);
  });
});

describe('md reports', () => {
  const lines = (texts: readonly string[]) => [...writeMdReport(reportOf(texts))].join('').split('\n');

  it('keep each row of a table on its line, with its two cells', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), (texts) => {
        const rows = lines(texts).filter((line) => line.startsWith('| '));
        expect(rows).toHaveLength(texts.length + 2);
        for (const row of rows) expect(row.replaceAll(/\\./gs, '').split('|')).toHaveLength(4);
      }),
    );
  });

  it('make no heading, list, link or element of what a case says', () => {
    const quoted = lines(HOSTILE).filter((line) => line.startsWith('> '));
    expect(quoted.length).toBeGreaterThan(HOSTILE.length);
    for (const line of quoted) {
      expect(line.slice(2)).not.toMatch(/^\s*([#>+-]|\d+\. |\*\*\*)/);
      expect(line.replaceAll(/\\./g, '')).not.toMatch(/[<`*[\]_~]/);
    }
  });
});
