import { describe, expect, it } from 'vitest';
import { readJsonCases } from '../../src/formats/json-cases.js';
import { rejectionOf } from './rejection.js';

const read = (value: unknown, columns = {}) =>
  readJsonCases(typeof value === 'string' ? value : JSON.stringify(value), '案例.json', columns);

const readLate = async (value: unknown) => read(value);

describe('readJsonCases', () => {
  it('takes each object of an array as a case, what is no id, title or text as attributes', () => {
    expect(
      read([
        { id: 7, title: '题', text: '甲', label: ['分红', '务工'] },
        { text: '乙', 年: 2020, 空: null },
      ]),
    ).toMatchObject([
      { id: '7', title: '题', text: '甲', attributes: { label: '["分红","务工"]' }, source: '案例.json#1' },
      { text: '乙', attributes: { 年: '2020' }, source: '案例.json#2' },
    ]);
  });

  it('takes one object as one case, and an empty array as none', () => {
    expect(read({ text: '甲' })).toMatchObject([{ text: '甲' }]);
    expect(read([])).toEqual([]);
  });

  it('keeps ids to the last digit', () => {
    expect(read('[{"id": 420106198001011234, "text": "甲"}]')[0]?.id).toBe('420106198001011234');
  });

  it('takes the text of a task from its data, and its number as id', () => {
    expect(read([{ id: 3, data: { text: '甲', province: '贵州' }, annotations: [] }])).toMatchObject([
      { id: '3', text: '甲', attributes: { province: '贵州', annotations: '[]' } },
    ]);
    expect(read([{ text: '甲', data: { text: '乙' } }])).toMatchObject([
      { text: '甲', attributes: { data: '{"text":"乙"}' } },
    ]);
    expect(read([{ data: { 正文: '甲' } }], { text: '正文' })).toMatchObject([{ text: '甲' }]);
  });

  it.each([
    ['an object without a text', [{ text: '甲' }, { id: 'b' }], { item: 2, place: 'text' }],
    ['something else in the array', [3], { item: 1 }],
    ['a text', '"甲"', { item: 1 }],
  ])('refuses %s, with its number', async (_, value, params) => {
    expect(await rejectionOf(readLate(value))).toMatchObject({ code: 'import/bad-item', params });
  });

  it('says where a file breaks off', async () => {
    expect(await rejectionOf(readLate('[{"text": "甲"'))).toMatchObject({
      code: 'import/corrupt-file',
      params: { format: 'JSON', problem: { kind: 'json' } },
    });
  });
});
