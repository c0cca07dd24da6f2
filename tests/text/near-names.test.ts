import { describe, expect, it } from 'vitest';
import { findNearNames } from '../../src/text/near-names.js';

const labels = [
  '乡村振兴衔接',
  '农民专业合作社',
  '公益性岗位',
  '光伏扶贫',
  '消费扶贫',
  '龙头企业',
  '产业融合',
  '扶贫车间',
];

describe('near names', () => {
  it.each([
    ['衔接乡村振兴', ['乡村振兴衔接']],
    ['农村专业合作社', ['农民专业合作社']],
    ['专业合作社', ['农民专业合作社']],
    ['公益性的岗位', ['公益性岗位']],
    ['公益岗位', ['公益性岗位']],
    ['龙头 企业', ['龙头企业']],
    ['光伏扶贫', []],
    ['医疗保障', []],
    ['业', []],
    ['', []],
  ])('of %s are %j', (name, near) => {
    expect(findNearNames(name, labels, 4)).toEqual(near);
  });

  it('come the most alike first, and no more than are wanted', () => {
    const known = ['社区工厂', '社区工厂车间', '社区工坊', '社区的工厂'];
    expect(findNearNames('社区工厂', known, 2)).toEqual(['社区的工厂', '社区工坊']);
  });

  it('keep a codebook apart from itself: few of its labels are near another', () => {
    const near = labels.flatMap((one) => findNearNames(one, labels, 4));
    expect(near).toEqual([]);
  });
});
