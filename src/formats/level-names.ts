import { slugOf } from '../text/slug.js';

interface LevelName {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** The levels of grounded theory under the names of their schools; 一级编码 is the first step of the work, the lowest. */
const SCHOOLS = [
  { id: 'open', en: 'Open coding', names: /^(开放[性式]?|一级)(编码)?$|^open cod(es?|ing)$/i },
  {
    id: 'axial',
    en: 'Axial coding',
    names: /^(主轴|轴心|关联)[性式]?(编码)?$|^二级(编码)?$|^axial cod(es?|ing)$/i,
  },
  {
    id: 'selective',
    en: 'Selective coding',
    names: /^(选择|核心)[性式]?(编码)?$|^三级(编码)?$|^selective cod(es?|ing)$/i,
  },
];

/** Which level of grounded theory a name means, 0 being the lowest; undefined for any other name. */
export function schoolLevel(name: string): number | undefined {
  const at = SCHOOLS.findIndex(({ names }) => names.test(name));
  return at < 0 ? undefined : at;
}

/** Reads a level as people write it in a table: its id, or its name in whatever language. */
export function readLevel(cell: string): LevelName {
  const known = SCHOOLS.find(({ names }) => names.test(cell));
  return known ? { id: known.id, name: { zh: cell, en: known.en } } : ownLevel(cell);
}

/** A level that has its name from the researchers, whatever a school calls by it. */
export function ownLevel(cell: string): LevelName {
  const id = /[^a-z0-9-]/.test(cell) ? slugOf(cell) : cell;
  return { id, name: { zh: cell, en: cell } };
}
