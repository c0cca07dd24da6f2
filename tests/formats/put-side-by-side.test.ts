import { describe, expect, it } from 'vitest';
import { putSideBySide } from '../../src/formats/docx-report/put-side-by-side.js';

const cell = (text: string) => ({ text, rows: 1, link: null });
const row = (code: string, count: number) => [cell(code), cell(String(count))];

describe('a long list', () => {
  it('is set in groups of columns, with its sums below all of them', () => {
    const listed = Array.from({ length: 21 }, (_, at) => row(`c${at}`, 1));
    const table = putSideBySide({
      kind: 'table',
      anchor: 'table-frequency',
      number: '1',
      title: '',
      header: ['code', 'count'],
      rows: [...listed, row('total', 21)],
      numeric: [false, true],
      hasTotal: true,
      isList: true,
      notes: [],
    });
    const texts = table.rows.map((cells) => cells.map((one) => one?.text));
    expect(table.header).toEqual(['code', 'count', '', 'code', 'count', '', 'code', 'count']);
    expect(texts).toHaveLength(8);
    expect(texts[0]).toEqual(['c0', '1', '', 'c7', '1', '', 'c14', '1']);
    expect(texts.at(-1)).toEqual(['total', '21', '', '', '', '', '', '']);
  });
});
