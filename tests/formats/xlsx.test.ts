import { CFB, type WorkSheet, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { encodeText } from './encode-text.js';
import { rejectionOf } from './rejection.js';

const read = (bytes: Uint8Array, limits = DEFAULT_LIMITS) => readXlsx('案例.xlsx', bytes, limits);

const SHEET: WorkSheet = {
  '!ref': 'A1:F6',
  A1: { t: 's', v: '二〇二〇年案例汇总' },
  A2: { t: 's', v: '编号' },
  B2: { t: 's', v: '日期' },
  C2: { t: 's', v: '金额' },
  D2: { t: 's', v: '正文' },
  A3: { t: 'n', v: 12, z: '00000' },
  B3: { t: 'n', v: 44197, z: 'yyyy"年"m"月"d"日"' },
  C3: { t: 'n', v: 12345.5, z: '#,##0.00' },
  D3: { t: 's', v: '脱贫\n攻坚' },
  F3: { t: 's', v: '备注' },
  B4: { t: 'n', v: 44197.75, z: 'yyyy-mm-dd hh:mm' },
  C4: { t: 'n', v: 0.1 + 0.2, f: '0.1+0.2', z: '0.0%' },
  D4: { t: 's', v: '乡村振兴' },
  D6: { t: 'b', v: true },
  '!merges': [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
    { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
  ],
};

function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  return write({ SheetNames: Object.keys(sheets), Sheets: { ...sheets } }, { type: 'buffer', bookType });
}

describe('readXlsx', () => {
  it.each(['xlsx', 'biff8'] as const)('reads values as they were meant from %s', async (bookType) => {
    const [table, ...others] = await read(workbook({ 案例: SHEET, 空: { '!ref': 'A1' } }, bookType));
    expect(others).toEqual([]);
    expect(table).toEqual({
      path: '案例.xlsx',
      columns: ['编号', '日期', '金额', '正文', '(F)'],
      rows: [
        {
          line: 3,
          doubts: { 日期: { kind: 'date', shown: '2021年1月1日' } },
          values: { 编号: '00012', 日期: '2021-01-01', 金额: '12345.5', 正文: '脱贫\n攻坚', '(F)': '备注' },
        },
        {
          line: 4,
          doubts: {
            日期: { kind: 'date', shown: expect.any(String) },
            金额: { kind: 'format', shown: '30.0%' },
          },
          values: { 编号: '00012', 日期: '2021-01-01T18:00:00', 金额: '0.3', 正文: '乡村振兴', '(F)': '' },
        },
        { line: 6, values: { 编号: '', 日期: '', 金额: '', 正文: 'TRUE', '(F)': '' } },
      ],
    });
  });

  it('gives each of several sheets a path of its own', async () => {
    const sheet = (text: string): WorkSheet => ({
      '!ref': 'A1:A2',
      A1: { t: 's', v: 'text' },
      A2: { t: 's', v: text },
    });
    const tables = await read(workbook({ 一: sheet('脱贫'), 二: sheet('振兴') }));
    expect(tables.map(({ path, rows }) => [path, rows[0]?.values['text']])).toEqual([
      ['案例.xlsx/一', '脱贫'],
      ['案例.xlsx/二', '振兴'],
    ]);
  });

  it('keeps cells longer than Excel allows', async () => {
    const text = '脱贫攻坚'.repeat(8_000);
    const [table] = await read(
      workbook({ 一: { '!ref': 'A1:A2', A1: { t: 's', v: 'text' }, A2: { t: 's', v: text } } }),
    );
    expect(table?.rows[0]?.values['text']).toBe(text);
  });

  it.each(['gb18030', 'utf-8', 'utf-16le'])('reads a web page saved as .xls in %s', async (encoding) => {
    const html =
      '<html><body><table><tr><td>编号</td><td>正文</td></tr><tr><td>00012</td><td>全县贫困人口全部&#33073;贫，&#x20bb7;家群众生活明显改善。</td></tr></table></body></html>';
    const bom = encoding === 'utf-16le' ? [0xff, 0xfe] : [];
    const [table] = await read(Uint8Array.from([...bom, ...encodeText(html, encoding)]));
    expect(table?.rows).toEqual([
      { line: 2, values: { 编号: '00012', 正文: '全县贫困人口全部脱贫，𠮷家群众生活明显改善。' } },
    ]);
  });

  it.each([
    [
      'a part of a page',
      '<div><table><tr><td>编号</td><td>正文</td></tr><tr><td>001</td><td>产业园建好。</td></tr></table></div>',
    ],
    ['text with tabs', '编号\t正文\r\n001\t产业园建好。\r\n'],
  ])('reads %s saved as .xls', async (_, content) => {
    for (const encoding of ['gb18030', 'utf-8']) {
      const [table] = await read(encodeText(content, encoding));
      expect(table?.rows).toEqual([{ line: 2, values: { 编号: '001', 正文: '产业园建好。' } }]);
    }
  });

  it('refuses what is neither', async () => {
    for (const content of ['没有表格的文字。', '<div>没有表格</div>', '%PDF-1.4']) {
      expect(await rejectionOf(read(encodeText(content, 'utf-8')))).toMatchObject({
        code: 'import/corrupt-file',
      });
    }
  });

  it('tells columns of the same name apart', async () => {
    const sheet: WorkSheet = {
      '!ref': 'A1:C2',
      A1: { t: 's', v: '正文' },
      B1: { t: 's', v: '备注' },
      C1: { t: 's', v: '备注' },
      A2: { t: 's', v: '脱贫' },
      C2: { t: 's', v: '乙' },
    };
    const [table] = await read(workbook({ 一: sheet }));
    expect(table?.columns).toEqual(['正文', '备注', '备注 2']);
    expect(table?.doubled).toEqual([{ line: 1, name: '备注', as: '备注 2' }]);
    expect(table?.rows[0]?.values).toEqual({ 正文: '脱贫', 备注: '', '备注 2': '乙' });
  });

  it('asks for a copy without password', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64));
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64));
    const bytes = CFB.write(container, { type: 'buffer' }) as Uint8Array;
    expect(await rejectionOf(read(bytes))).toMatchObject({ code: 'import/encrypted-file' });
  });

  it('refuses what is no workbook, what was cut off and what unpacks beyond the limits', async () => {
    const bytes = workbook({ 一: SHEET });
    for (const bad of [
      Buffer.from('编号,正文'),
      new Uint8Array(0),
      bytes.subarray(0, -100),
      zipSync({ a: strToU8('b') }),
    ]) {
      expect(await rejectionOf(read(bad))).toMatchObject({ code: 'import/corrupt-file' });
    }
    for (const limit of ['documentBytes', 'sheetCells'] as const) {
      const limits = { ...DEFAULT_LIMITS, [limit]: 5 };
      expect(await rejectionOf(read(bytes, limits))).toMatchObject({
        code: 'import/over-limit',
        params: { limit },
      });
    }
  });
});
