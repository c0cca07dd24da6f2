import type { Codebook } from '../model/codebook.js';
import { facetLines } from '../model/facets.js';
import type { Language } from '../model/language.js';

const words = {
  zh: { note: '备注', core: '核心范畴', relations: '范畴关系', evidence: '依据', storyline: '故事线' },
  en: {
    note: 'Note',
    core: 'Core category',
    relations: 'Relations',
    evidence: 'evidence',
    storyline: 'Storyline',
  },
} as const;

/** The lines of a codebook for people: codes with definitions, properties and facets, then the theory. */
export function describeForPeople({ levels, codes, theory }: Codebook, language: Language): string[] {
  const say = words[language];
  const depth = new Map(levels.map(({ id }, index) => [id, index]));
  const labels = new Map(codes.map(({ id, label }) => [id, label[language]]));
  const called = (id: string) => `${labels.get(id) ?? id} (${id})`;
  const { core, storyline, relations = [] } = theory ?? {};
  return [
    ...codes.flatMap(({ id, label, level, definition, properties, facets, note }) => {
      const indent = '  '.repeat(depth.get(level) ?? 0);
      return [
        `${indent}${label[language]} (${id}): ${definition}`,
        ...properties.map(
          ({ name, dimensions }) => `${indent}  · ${[name, dimensions.join(' … ')].join(': ')}`,
        ),
        ...facetLines(facets).map((line) => `${indent}  · ${line}`),
        ...(note === undefined ? [] : [`${indent}  · ${say.note}: ${note}`]),
      ];
    }),
    ...(core === undefined ? [] : ['', `${say.core}: ${called(core)}`]),
    ...(relations.length === 0 ? [] : ['', `${say.relations}:`]),
    ...relations.flatMap(({ from, kind, to, memo, evidence }) => [
      `  ${called(from)} —${kind}→ ${called(to)}${memo === undefined ? '' : `: ${memo}`}`,
      ...evidence.map((one) => `    ${say.evidence}: ${one}`),
    ]),
    ...(storyline === undefined ? [] : ['', `${say.storyline}: ${storyline}`]),
  ];
}
