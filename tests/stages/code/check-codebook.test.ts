import { expect, it } from 'vitest';
import type { Codebook } from '../../../src/model/codebook.js';
import { checkCodebook } from '../../../src/stages/code/check-codebook.js';
import { code, codebook, ONE_LEVEL, TWO_LEVELS, VILLAGE } from '../village-codebook.js';

const LEVELS = ['pillar', 'open'];
const PILLAR = code('industry', '推进产业升级', 'pillar', null);

it.each([
  ['three levels', VILLAGE],
  ['two levels', TWO_LEVELS],
  ['one level', ONE_LEVEL],
])('finds nothing wrong with a sound codebook of %s', (_, sound) => {
  expect(checkCodebook(sound)).toEqual([]);
});

it.each<[string, Codebook, string, object]>([
  [
    'an id used twice',
    codebook(LEVELS, [PILLAR, code('industry', '产业兴旺', 'pillar', null)]),
    'codes[1].id',
    { kind: 'doubled-id', id: 'industry', other: 'codes[0]' },
  ],
  [
    'an unknown level',
    codebook(LEVELS, [code('park', '产业园', 'axial', null)]),
    'codes[0].level',
    { kind: 'no-such-level', level: 'axial' },
  ],
  [
    'a level named twice',
    codebook(['open', 'open'], [code('park', '产业园', 'open', null)]),
    'levels[0].id',
    { kind: 'doubled-id', id: 'open', other: 'levels[1]' },
  ],
  [
    'an unknown parent',
    codebook(LEVELS, [PILLAR, code('park', '产业园', 'open', 'a9')]),
    'codes[1].parent',
    { kind: 'no-such-code', id: 'a9' },
  ],
  [
    'a missing parent',
    codebook(LEVELS, [PILLAR, code('park', '产业园', 'open', null)]),
    'codes[1].parent',
    { kind: 'needs-parent' },
  ],
  [
    'a parent on the same level',
    codebook(LEVELS, [PILLAR, code('order', '治理有效', 'pillar', 'industry')]),
    'codes[1].parent',
    { kind: 'not-above', parent: 'industry' },
  ],
  [
    'a code that is its own parent',
    codebook(LEVELS, [code('park', '产业园', 'open', 'park')]),
    'codes[0].parent',
    { kind: 'circle', parent: 'park', id: 'park' },
  ],
  [
    'a label used twice',
    codebook(LEVELS, [PILLAR, code('b', '推进产业升级', 'pillar', null)]),
    'codes[1].label.zh',
    { kind: 'owned-term', term: '推进产业升级', owner: 'industry' },
  ],
  [
    'a term of two codes',
    codebook(LEVELS, [
      PILLAR,
      code('a', '产业园', 'open', 'industry', '园区'),
      code('b', '大棚', 'open', 'industry', '温室', '园区'),
    ]),
    'codes[2].terms[1]',
    { kind: 'owned-term', term: '园区', owner: 'a' },
  ],
  [
    'a term twice in one code',
    codebook(LEVELS, [PILLAR, code('a', '产业园', 'open', 'industry', '园区', '园区')]),
    'codes[1].terms[1]',
    { kind: 'owned-term', term: '园区', owner: 'a' },
  ],
])('tells the place of %s', (_, faulty, place, problem) => {
  const faults = checkCodebook(faulty);
  expect(faults.map((fault) => fault.place)).toContain(place);
  expect(faults.find((fault) => fault.place === place)?.problem).toEqual(problem);
});
