import { UserError } from '../errors.js';
import type { AttributeTable } from '../model/case-record.js';
import { type Code, type Codebook, codebookSchema } from '../model/codebook.js';
import { facetLines, readFacet } from '../model/facets.js';
import type { Problem } from '../model/problem.js';
import { readLevel } from './level-names.js';
import { listCodes } from './listed-codes.js';
import { problemOfIssue } from './schema-problem.js';

const LISTS = ['include', 'exclude', 'examples', 'terms', 'weak'] as const;

/** The columns of a codebook as a table. */
export const CODEBOOK_COLUMNS = [
  'id',
  'level',
  'parent',
  'label_zh',
  'label_en',
  'definition',
  ...LISTS,
  'rules',
  'weight',
  'except',
  'properties',
  'facets',
  'note',
] as const;

/** How a code says that it excepts nothing, where its codebook does. */
const NO_EXCEPTION = 'none';

/** Lists of words, which people also write side by side, parted by these; a comma within a number parts nothing. */
const WORD_LISTS: readonly string[] = ['terms', 'weak'];
const WORD_SEPARATOR = /[、，；;|｜]|(?<!\d),|,(?!\d)/;
const RULE_SEPARATOR = /[、，；;]|(?<!\d),|,(?!\d)/;

/** One row a code: lists have one item a line; rules, properties and items of several lines stand as JSON, facets as people type them. */
export function rowsOfCodebook({ codes }: Codebook): Record<string, string | number | null>[] {
  return codes.map((code) => ({
    id: code.id,
    level: code.level,
    parent: code.parent,
    label_zh: code.label.zh,
    label_en: code.label.en,
    definition: code.definition,
    ...Object.fromEntries(
      LISTS.map((list) => [list, code[list].map((item) => writeItem(item, list)).join('\n')]),
    ),
    rules: code.rules.map((rule) => JSON.stringify(rule)).join('\n'),
    weight: code.weight,
    except: code.except?.join('\n') === '' ? NO_EXCEPTION : (code.except?.join('\n') ?? null),
    properties: code.properties.map((property) => JSON.stringify(property)).join('\n'),
    facets: facetLines(code.facets).join('\n'),
    note: code.note ?? null,
  }));
}

/** What a codebook says that a table of its codes has no room for. */
export function notInTable({ note, except, context, theory }: Codebook): string[] {
  return [
    'title',
    'version',
    'source',
    ...(note === undefined ? [] : ['note']),
    ...(except.length === 0 ? [] : ['except']),
    ...(context.length === 0 ? [] : ['context']),
    ...(theory === undefined ? [] : ['theory']),
    'levels.name',
  ];
}

/**
 * The codebook a table of codes makes: its id and title are the file's name, its levels those of the codes,
 * from the one without parents down; a level is given by its id or its name (开放式编码). Only id, level, parent, label_zh and definition are needed; or a column for each level,
 * or one of tags (`listCodes`).
 * @throws UserError code/bad-codebook
 */
export function codebookOfTable(table: AttributeTable): Codebook {
  const { path, columns, rows, nameLevel = readLevel } = listCodes(table);
  const fail = (line: number, place: string, problem: Problem) =>
    new UserError('code/bad-codebook', { path: `${path}:${line}`, place, problem });
  const missing = ['id', 'level', 'parent', 'label_zh', 'definition'].find((name) => !columns.includes(name));
  if (missing !== undefined) throw fail(1, missing, { kind: 'not-a-column', path });
  const levels = new Map(
    rows.map(({ values }) => values['level']?.trim() ?? '').map((cell) => [cell, nameLevel(cell)]),
  );
  const names = new Map([...levels.values()].reverse().map(({ id, name }) => [id, name]));
  const codes = rows.map(({ line, values }) => {
    const cell = (name: string) => values[name]?.trim() ?? '';
    const linesOf = (name: string) =>
      cell(name)
        .split(/\s*\n\s*/)
        .filter((one) => one !== '');
    const itemsOf = (name: string, separator: RegExp) =>
      linesOf(name).flatMap((item) => (/^["{]/.test(item) ? [item] : splitItem(item, separator)));
    const jsonOf = (items: readonly string[], name: string) =>
      items.map((item) =>
        item.startsWith('{') ? parseJson(item, () => fail(line, name, { kind: 'not-json', item })) : item,
      );
    const listOf = (name: string) =>
      (WORD_LISTS.includes(name) ? itemsOf(name, WORD_SEPARATOR) : linesOf(name)).map(readItem);
    const except = linesOf('except');
    return {
      id: cell('id'),
      level: levels.get(cell('level'))?.id ?? '',
      parent: cell('parent') || null,
      label: { zh: cell('label_zh'), en: cell('label_en') || cell('label_zh') },
      definition: cell('definition'),
      ...Object.fromEntries(LISTS.map((list) => [list, listOf(list)])),
      rules: jsonOf(itemsOf('rules', RULE_SEPARATOR), 'rules'),
      weight: cell('weight') === '' ? 1 : Number(cell('weight')),
      ...(except.length === 0 ? {} : { except: except.filter((one) => one !== NO_EXCEPTION) }),
      properties: jsonOf(linesOf('properties'), 'properties'),
      ...(cell('facets') === '' ? {} : { facets: Object.fromEntries(linesOf('facets').map(readFacet)) }),
      ...(cell('note') === '' ? {} : { note: cell('note') }),
    };
  });
  const name = path.replace(/\.(csv|xlsx)$/i, '');
  const result = codebookSchema.safeParse(
    {
      id:
        name
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-|-$/g, '') || 'codebook',
      title: { zh: name, en: name },
      version: '1',
      source: path,
      levels: levelsOf(codes).map((id) => ({ id, name: names.get(id) ?? { zh: id, en: id } })),
      codes,
    },
    { reportInput: true },
  );
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [, index] = issue?.path ?? [];
  const line = typeof index === 'number' ? (rows[index]?.line ?? 1) : 1;
  throw fail(line, (issue?.path ?? []).slice(2).join('.'), problemOfIssue(issue));
}

/** The levels of the codes, the ones nearest the top first. */
function levelsOf(codes: readonly Pick<Code, 'id' | 'level' | 'parent'>[]): string[] {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  const depth = (id: string): number => {
    let above = 0;
    for (let at = parents.get(id) ?? null; at !== null && above <= codes.length; above += 1) {
      at = parents.get(at) ?? null;
    }
    return above;
  };
  const levels = [...new Map(codes.map((code) => [code.level, depth(code.id)]))];
  return levels.sort((a, b) => a[1] - b[1]).map(([id]) => id);
}

function writeItem(item: string, list: string): string {
  const isParted = WORD_LISTS.includes(list) && WORD_SEPARATOR.test(item);
  return isParted || /\n|^"|^\s|\s$/.test(item) ? JSON.stringify(item) : item;
}

function splitItem(item: string, separator: RegExp): string[] {
  return item
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function readItem(item: string): unknown {
  try {
    return item.startsWith('"') ? JSON.parse(item) : item;
  } catch {
    return item;
  }
}

function parseJson(item: string, fail: () => UserError): unknown {
  try {
    return JSON.parse(item);
  } catch {
    throw fail();
  }
}
