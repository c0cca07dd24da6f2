import { expect, it } from 'vitest';
import { countMisfits, inferAttributeType } from '../../../src/stages/import/attribute-types.js';

it.each([
  ['integer', ['2018', '2019', '', '-3']],
  ['number', ['3.5', '1,200', '40%']],
  ['date', ['2020-01-31', '2020年1月', '2020/2']],
  ['category', ['江西', '江西', '四川', '四川']],
  ['text', ['江西', '四川', '贵州']],
  ['text', ['007', '甲'.repeat(31), '甲'.repeat(31)]],
  ['text', ['', ' ']],
] as const)('takes values for %s: %j', (type, values) => {
  expect(inferAttributeType(values)).toBe(type);
});

it('counts the values that are not of a type', () => {
  expect(countMisfits(['2018', '约2019', ''], 'integer')).toBe(1);
  expect(countMisfits(['2018', '约2019'], 'category')).toBe(0);
});
