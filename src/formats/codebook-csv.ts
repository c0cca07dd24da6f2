import { UserError } from '../errors.js';
import { type Codebook, codebookSchema } from '../model/codebook.js';
import { readCsv, writeCsv } from './csv.js';

const LISTS = ['include', 'exclude', 'examples', 'terms', 'weak'] as const;
const COLUMNS = [
  'id',
  'level',
  'parent',
  'label_zh',
  'label_en',
  'definition',
  ...LISTS,
  'rules',
  'weight',
  'note',
] as const;

/** A codebook as a table, one row a code; lists have one item a line, rules as JSON. Theory does not fit. */
export function writeCodebookCsv({ codes }: Codebook): string {
  const rows = codes.map((code) => ({
    id: code.id,
    level: code.level,
    parent: code.parent,
    label_zh: code.label.zh,
    label_en: code.label.en,
    definition: code.definition,
    ...Object.fromEntries(LISTS.map((list) => [list, code[list].join('\n')])),
    rules: code.rules.map((rule) => JSON.stringify(rule)).join('\n'),
    weight: code.weight,
    note: code.note ?? null,
  }));
  return writeCsv(COLUMNS, rows);
}

/**
 * The codebook a table of codes makes: its id and title are the file's name, its levels those of the codes,
 * from the one without parents down. Only id, level, parent, label_zh and definition are needed.
 * @throws UserError code/bad-codebook, import/bad-csv
 */
export function readCodebookCsv(text: string, path: string): Codebook {
  const { columns, rows } = readCsv(text, path);
  const fail = (line: number, place: string, problem: string) =>
    new UserError('code/bad-codebook', { path: `${path}:${line}`, place, problem });
  const missing = ['id', 'level', 'parent', 'label_zh', 'definition'].find((name) => !columns.includes(name));
  if (missing !== undefined) throw fail(1, missing, 'is no column of the table');
  const codes = rows.map(({ line, values }) => {
    const cell = (name: string) => values[name]?.trim() ?? '';
    const linesOf = (name: string) =>
      cell(name)
        .split(/\s*\n\s*/)
        .filter((one) => one !== '');
    return {
      id: cell('id'),
      level: cell('level'),
      parent: cell('parent') || null,
      label: { zh: cell('label_zh'), en: cell('label_en') || cell('label_zh') },
      definition: cell('definition'),
      ...Object.fromEntries(LISTS.map((list) => [list, linesOf(list)])),
      rules: linesOf('rules').map((rule) =>
        parseRule(rule, () => fail(line, 'rules', `${rule} is not JSON`)),
      ),
      weight: cell('weight') === '' ? 1 : Number(cell('weight')),
      ...(cell('note') === '' ? {} : { note: cell('note') }),
    };
  });
  const depthOf = new Map(codes.map(({ id, parent }) => [id, parent]));
  const depth = (id: string, above = 0): number => {
    const parent = depthOf.get(id) ?? null;
    return parent === null || above > codes.length ? above : depth(parent, above + 1);
  };
  const levels = [...new Map(codes.map((code) => [code.level, depth(code.id)]))].sort((a, b) => a[1] - b[1]);
  const name = path.replace(/\.csv$/, '');
  const result = codebookSchema.safeParse({
    id:
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'codebook',
    title: { zh: name, en: name },
    version: '1',
    source: path,
    levels: levels.map(([id]) => ({ id, name: { zh: id, en: id } })),
    codes,
  });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [, index] = issue?.path ?? [];
  const line = typeof index === 'number' ? (rows[index]?.line ?? 1) : 1;
  throw fail(line, (issue?.path ?? []).slice(2).join('.'), issue?.message ?? '');
}

function parseRule(rule: string, fail: () => UserError): unknown {
  if (!rule.startsWith('{')) return rule;
  try {
    return JSON.parse(rule);
  } catch {
    throw fail();
  }
}
