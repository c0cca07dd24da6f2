import { describe, expect, it } from 'vitest';
import { readSheetCsv } from '../../../../src/formats/csv.js';
import { unitsOfSheet } from '../../../../src/stages/assess/agreement/units-of-sheet.js';

const read = (csv: string, coders?: string[]) => unitsOfSheet(readSheetCsv(csv, 'sheet.csv'), coders);

describe('a sheet with a column a coder', () => {
  it('has several codes in a cell, blanks for what was not judged, and marks for no code', () => {
    const sheet = read(
      '编号,案例,原始语句,甲,乙\n1,A,建园区,产业；医疗,产业\n2,A,看病,,医疗\n3,B,开会,无,-\n',
    );
    expect(sheet).toMatchObject({
      shape: 'wide',
      coders: ['甲', '乙'],
      columns: { unit: '编号', cluster: '案例', quote: '原始语句' },
      units: [
        {
          name: '1',
          cluster: 'A',
          quote: '建园区',
          full: 3,
          said: [
            { code: '产业', yes: 3 },
            { code: '医疗', yes: 1 },
          ],
        },
        { name: '2', full: 2, said: [{ code: '医疗', yes: 2 }] },
        { name: '3', cluster: 'B', full: 3, said: [] },
      ],
    });
  });

  it('may have further columns when the coders are named', () => {
    expect(read('id,甲,乙,备注\n1,a,b,x\n', ['甲', '乙'])).toMatchObject({ coders: ['甲', '乙'] });
  });

  it('is refused with the columns it has when a coder is missing or alone', () => {
    expect(read('id,甲,乙\n1,a,b\n', ['甲', '丙'])).toEqual({
      kind: 'no-such-coder',
      coder: '丙',
      found: ['甲', '乙'],
    });
    expect(read('id,甲\n1,a\n')).toEqual({ kind: 'coders', found: ['甲'] });
  });
});

describe('a sheet with a row a unit, coder and code', () => {
  it('gives the same units, a row without a code saying that there is none', () => {
    const sheet = read(
      '案例,句号,编码者,编码\nA,1,甲,产业\nA,1,甲,医疗\nA,1,乙,产业\nB,1,甲,\nB,1,乙,产业\nB,2,乙,产业\n',
    );
    expect(sheet).toMatchObject({
      shape: 'long',
      coders: ['甲', '乙'],
      units: [
        {
          cluster: 'A',
          name: '1',
          full: 3,
          said: [
            { code: '产业', yes: 3 },
            { code: '医疗', yes: 1 },
          ],
        },
        { cluster: 'B', name: '1', full: 3, said: [{ code: '产业', yes: 2 }] },
        { cluster: 'B', name: '2', full: 2 },
      ],
    });
  });

  it('needs a column of the unit', () => {
    expect(read('编码者,编码\n甲,a\n')).toMatchObject({ kind: 'columns' });
  });
});
