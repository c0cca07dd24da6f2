import { UserError } from '../errors.js';
import { MOST_LEVELS } from '../model/codebook.js';
import type { CodingMap, CodingRole, StudyLevel } from '../model/hand-coding.js';

/** What people call the columns that are no level. */
const NAMES: Readonly<Record<CodingRole, readonly string[]>> = {
  case: ['案例', '案例编号', '材料', 'case'],
  keyword: ['关键词', '案例关键词', '原始关键词', 'keyword'],
  quote: ['语句', '原始语句', '原文', 'quote'],
  coder: ['编码者', '编码员', 'coder'],
  memo: ['备忘', '备忘录', 'memo'],
  code: ['编码', 'code'],
  level: ['层级', 'level'],
  parent: ['上级', 'parent'],
};

/** Two names of columns are one, however wide and with whatever blanks they are typed. */
export const plainHead = (head: string) => head.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

const isSame = (one: string, other: string) => plainHead(one) === plainHead(other);

/**
 * Reads which column of a table is about what: `案例=编号,关键词=词,核心词=…,范畴=…`. A name that is none of the known ones is a
 * level of the study, the lowest first, which is called as its column is; a name alone is that of its column.
 * @throws UserError coding/bad-map, coding/map-without, coding/too-many-levels
 */
export function readCodingMap(written: readonly string[]): CodingMap {
  const roles: Partial<Record<CodingRole, string>> = {};
  const levels: StudyLevel[] = [];
  for (const part of written.flatMap((one) => one.split(/[,，;；]/))) {
    const [name = '', column = name, ...more] = part.split(/[=＝]/).map((one) => one.trim());
    if (part.trim() === '') continue;
    const role = (Object.keys(NAMES) as CodingRole[]).find((one) => NAMES[one].includes(plainHead(name)));
    const isTaken =
      role === undefined
        ? levels.some(({ alias, title }) => isSame(alias, name) || isSame(title, column))
        : role in roles;
    if (more.length > 0 || name === '' || column === '' || isTaken)
      throw new UserError('coding/bad-map', { part });
    if (role === undefined) levels.push({ title: column, alias: name });
    else roles[role] = column;
  }
  const isLong = roles.code !== undefined;
  if (roles.case === undefined || isLong === levels.length > 0) {
    throw new UserError('coding/map-without', { what: roles.case === undefined ? 'case' : 'code' });
  }
  if (levels.length > MOST_LEVELS) throw new UserError('coding/too-many-levels', { most: MOST_LEVELS });
  return { roles, levels };
}
