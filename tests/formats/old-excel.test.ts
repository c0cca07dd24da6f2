import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { encodeText } from './encode-text.js';
import { oldExcelFile } from './old-excel-file.js';
import { rejectionOf } from './rejection.js';

const ROWS = [
  ['编号', '正文'],
  ['001', '扶贫车间办起来了，妇女就近上工。'],
  ['A-2', 'GDP 增长'],
];
const TRADITIONAL = [
  ['編號', '正文'],
  ['001', '鄉村振興，農家收入增加，村民都很開心。'],
];
const KOREAN = [
  ['id', 'text'],
  ['a', '마을에 협동조합이 생긴 뒤로 주민들의 소득이 늘었다.'],
];
const WESTERN = 1252;

const file = (rows: readonly (readonly string[])[], encoding: string, codePage?: number, name?: string) =>
  oldExcelFile(rows, (text) => encodeText(text, encoding), codePage, name);
const read = (bytes: Uint8Array, encoding?: string) => readXlsx('案例.xls', bytes, DEFAULT_LIMITS, encoding);
const rowsOf = async (bytes: Uint8Array, encoding?: string) => {
  const [table] = await read(bytes, encoding);
  return [table?.columns, ...(table?.rows.map(({ values }) => Object.values(values)) ?? [])];
};

describe('workbooks of Excel 95', () => {
  it('are read in the encoding of their code page', async () => {
    expect(await rowsOf(file(ROWS, 'gb18030', 936))).toEqual(ROWS);
    expect(await rowsOf(file(TRADITIONAL, 'big5', 950))).toEqual(TRADITIONAL);
    expect(await rowsOf(file(KOREAN, 'euc-kr', 949))).toEqual(KOREAN);
  });

  it('are read by their texts when their code page is the Western one or missing', async () => {
    for (const codePage of [WESTERN, 0x8001, undefined]) {
      expect(await rowsOf(file(ROWS, 'gb18030', codePage))).toEqual(ROWS);
      expect(await rowsOf(file(TRADITIONAL, 'big5', codePage))).toEqual(TRADITIONAL);
    }
    expect(await rejectionOf(read(file(KOREAN, 'euc-kr', WESTERN)))).toMatchObject({
      code: 'import/other-encoding',
      params: { writing: 'korean' },
    });
  });

  it('are read in a given encoding before all', async () => {
    expect(await rowsOf(file(ROWS, 'gb18030', 950), 'gbk')).toEqual(ROWS);
    expect(await rowsOf(file(KOREAN, 'euc-kr', WESTERN), 'euc-kr')).toEqual(KOREAN);
    expect(await rejectionOf(read(file(ROWS, 'gb18030'), 'klingon'))).toMatchObject({
      code: 'import/unknown-encoding',
    });
  });

  it('are refused with the byte that does not fit their code page', async () => {
    const rows = [
      ['标题', '合作社'],
      ['甲', '龙、饪、鲧'],
    ];
    expect(await rejectionOf(read(file(rows, 'gb18030', 932)))).toMatchObject({
      code: 'import/wrong-encoding',
      params: { path: '案例.xls', encoding: 'shift_jis' },
    });
  });
});
