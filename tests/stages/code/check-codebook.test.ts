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

it.each<[string, Codebook, string, string]>([
  [
    'an id used twice',
    codebook(LEVELS, [PILLAR, code('industry', '产业兴旺', 'pillar', null)]),
    'codes[1].id',
    '"industry" is also the id of codes[0]',
  ],
  [
    'an unknown level',
    codebook(LEVELS, [code('park', '产业园', 'axial', null)]),
    'codes[0].level',
    '"axial" names no level',
  ],
  [
    'a level named twice',
    codebook(['open', 'open'], [code('park', '产业园', 'open', null)]),
    'levels[0].id',
    '"open" names another level too',
  ],
  [
    'an unknown parent',
    codebook(LEVELS, [PILLAR, code('park', '产业园', 'open', 'a9')]),
    'codes[1].parent',
    '"a9" names no code',
  ],
  [
    'a missing parent',
    codebook(LEVELS, [PILLAR, code('park', '产业园', 'open', null)]),
    'codes[1].parent',
    'is missing',
  ],
  [
    'a parent on the same level',
    codebook(LEVELS, [PILLAR, code('order', '治理有效', 'pillar', 'industry')]),
    'codes[1].parent',
    '"industry" is not on a level above',
  ],
  [
    'a code that is its own parent',
    codebook(LEVELS, [code('park', '产业园', 'open', 'park')]),
    'codes[0].parent',
    'is not on a level above',
  ],
  [
    'a label used twice',
    codebook(LEVELS, [PILLAR, code('b', '推进产业升级', 'pillar', null)]),
    'codes[1].label.zh',
    'already belongs to "industry"',
  ],
  [
    'a term of two codes',
    codebook(LEVELS, [
      PILLAR,
      code('a', '产业园', 'open', 'industry', '园区'),
      code('b', '大棚', 'open', 'industry', '温室', '园区'),
    ]),
    'codes[2].terms[1]',
    '"园区" already belongs to "a"',
  ],
  [
    'a term twice in one code',
    codebook(LEVELS, [PILLAR, code('a', '产业园', 'open', 'industry', '园区', '园区')]),
    'codes[1].terms[1]',
    'already belongs to "a"',
  ],
])('tells the place of %s', (_, faulty, place, problem) => {
  const faults = checkCodebook(faulty);
  expect(faults.map((fault) => fault.place)).toContain(place);
  expect(faults.find((fault) => fault.place === place)?.problem).toContain(problem);
});
