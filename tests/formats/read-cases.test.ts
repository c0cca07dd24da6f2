import { describe, expect, it } from 'vitest';
import { readAttributeTable, readCaseRecords } from '../../src/formats/read-cases.js';
import { problemOf } from './user-problem.js';

const encode = (text: string) => new TextEncoder().encode(text);

describe('readCaseRecords', () => {
  it('takes a text file as one case, untouched', () => {
    expect(readCaseRecords('江西/a.TXT', encode('\ufeff题\r\n文'))).toEqual([
      { text: '题\r\n文', attributes: {}, source: '江西/a.TXT' },
    ]);
  });

  it('takes each line of a .jsonl as a case, other fields as attributes', () => {
    const lines = '{"id":7,"title":"题","text":"文","year":2020,"tags":["a"],"none":null}\n\n{"text":"二"}\n';
    expect(readCaseRecords('a.jsonl', encode(lines))).toEqual([
      { id: '7', title: '题', text: '文', attributes: { year: '2020', tags: '["a"]' }, source: 'a.jsonl#1' },
      { text: '二', attributes: {}, source: 'a.jsonl#3' },
    ]);
  });

  it('takes each row of a .csv with a text column as a case', () => {
    expect(readCaseRecords('a.csv', encode('id,text,province\n1,"一\n二",江西\n,三,\n'))).toEqual([
      { id: '1', text: '一\n二', attributes: { province: '江西' }, source: 'a.csv#2' },
      { text: '三', attributes: { province: '' }, source: 'a.csv#4' },
    ]);
  });

  it('names file and line of a record that is no case', () => {
    const problem = (path: string, text: string) => problemOf(() => readCaseRecords(path, encode(text)));
    expect(problem('a.jsonl', '{"text":"一"}\n{"id":"x"}')).toMatchObject({
      code: 'import/bad-record',
      params: { path: 'a.jsonl', line: 2, problem: expect.stringContaining('text') },
    });
    expect(problem('a.jsonl', '{"text":"\\ud842"}').code).toBe('import/bad-record');
    expect(problem('a.csv', 'id,title\n1,题\n')).toEqual({
      code: 'import/missing-column',
      params: { path: 'a.csv', column: 'text', found: 'id, title' },
    });
    expect(problem('a.pdf', '')).toEqual({
      code: 'import/unknown-format',
      params: { path: 'a.pdf', extension: '.pdf' },
    });
  });

  it('reads attribute tables', () => {
    const table = readAttributeTable('cases.csv', encode('id,province\nA,江西\n'));
    expect(table.rows).toEqual([{ line: 2, values: { id: 'A', province: '江西' } }]);
  });
});
