import { UserError } from '../../errors.js';
import { type Codebook, codebookSchema, MOST_LEVELS } from '../../model/codebook.js';
import type { Problem } from '../../model/problem.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { placeOfIssue, problemOfIssue } from '../schema-problem.js';
import { readXml } from '../xml-events.js';
import { codeFieldsSchema, setFieldsSchema } from './codebook-fields.js';
import { readDescription } from './description.js';
import { plainGuid } from './guid.js';
import type { Told } from './told.js';
import { underSets } from './under-sets.js';

const NUMERALS = ['一', '二', '三', '四', '五'] as const;

/**
 * The codebook of a `.qdc` file, of zhagen or any other program (`codebookOf`).
 * @throws UserError import/corrupt-file, import/over-limit, code/bad-codebook
 */
export async function readQdc(text: string, path: string): Promise<Codebook> {
  const { codes, sets } = await elementsOf(text, path);
  return codebookOf(codes, sets, path).codebook;
}

/** The codebook of a file, and the ids of its codes. */
interface CodebookOfFile {
  readonly codebook: Codebook;
  readonly ids: ReadonlyMap<Told, string>;
}

/**
 * The codebook that codes and sets are, with its codes in their order. What zhagen wrote comes back as it was, in the
 * order of the tree. Elsewhere ids come from names or GUIDs, levels from the depth of the tree; sets that part the codes
 * are the level above them (`underSets`), others are notes of their codes; what is deeper than
 * five levels is put on the fifth, with its way down as note; a name that is used twice or is one
 * character long is told apart by what it stands under.
 * @throws UserError code/bad-codebook
 */
export function codebookOf(asTold: readonly Told[], sets: readonly Told[], path: string): CodebookOfFile {
  const about = sets.map((set) => ({
    set,
    ...readDescription(set.description, `${path}/${set.name}`, setFieldsSchema),
  }));
  const foreign = about.flatMap(({ set, fields }) => (fields ? [] : [set]));
  const parted = foreign.length === sets.length ? underSets(asTold, foreign) : null;
  const told = parted ?? asTold;
  const notedSets = parted ? [] : foreign;
  const described = told.map((code) => ({
    code,
    ...readDescription(code.description, `${path}/${code.name}`, codeFieldsSchema),
  }));
  const ownLevels = about.flatMap(({ set, fields }) =>
    fields && 'level' in fields ? [{ set, ...fields }] : [],
  );
  const book = about.flatMap(({ set, text: source, fields }) =>
    fields && 'id' in fields ? [{ set, source, fields }] : [],
  )[0];
  const depths = told.reduce((most, { depth }) => Math.max(most, Math.min(depth, MOST_LEVELS - 1)), 0);
  const levels =
    ownLevels.length > 0
      ? ownLevels.map(({ level, set, en }) => ({ id: level, name: { zh: set.name, en } }))
      : Array.from({ length: depths + 1 }, (_, depth) => ({
          id: `level-${depth + 1}`,
          name: { zh: `第${NUMERALS[depth]}层`, en: `Level ${depth + 1}` },
        }));
  const levelOf = ({ guid, depth }: Told) =>
    ownLevels.find(({ set }) => set.members.has(guid))?.level ??
    levels[Math.min(depth, MOST_LEVELS - 1)]?.id ??
    '';
  const labels = distinctLabels(told);
  const ids = new Map<Told, string>();
  const taken = new Set<string>();
  for (const { code, fields } of described) {
    const id = fields?.id ?? freeId(code, taken);
    taken.add(id);
    ids.set(code, id);
  }
  const name = path.replace(/\.qd(?:c|px)$/i, '');
  const { en = name, ...fields } = book?.fields ?? {};
  const result = codebookSchema.safeParse({
    id: slugOf(name) || 'codebook',
    version: '1',
    ...fields,
    title: { zh: book?.set.name ?? name, en },
    source: book?.source || path,
    levels,
    codes: described.map(({ code, text: definition, fields: own }) => {
      const { en: label = labels.get(code), ...rest } = own ?? {};
      return {
        ...rest,
        id: ids.get(code),
        label: { zh: labels.get(code), en: label },
        level: levelOf(code),
        parent: parentOf(code) && ids.get(parentOf(code) as Told),
        definition: definition.trim() === '' ? code.name : definition,
        ...noteOf(code, notedSets),
      };
    }),
  });
  if (result.success) return { codebook: result.data, ids };
  const [issue] = result.error.issues;
  const place = placeOfIssue(issue);
  throw new UserError('code/bad-codebook', { path, place, problem: problemOfIssue(issue) });
}

async function elementsOf(text: string, path: string): Promise<{ codes: Told[]; sets: Told[] }> {
  const codes: Told[] = [];
  const sets: Told[] = [];
  const open: Told[] = [];
  const elements: string[] = [];
  const bad = (problem: Problem) =>
    new UserError('import/corrupt-file', { path, format: 'REFI-QDA', problem });
  // Line ends are read as XML says: whatever the file has, the reader sees line feeds.
  const xml = text.replaceAll(/\r\n?/g, '\n');
  await readXml(
    xml,
    { path, format: 'REFI-QDA', limits: DEFAULT_LIMITS },
    {
      open(element, { guid = '', name = '' }) {
        if (elements.length === 0 && element !== 'CodeBook')
          throw bad({ kind: 'wrong-root', root: element, wanted: 'CodeBook' });
        elements.push(element);
        if (element === 'MemberCode') open.at(-1)?.members.add(plainGuid(guid));
        if (element !== 'Code' && element !== 'Set') return;
        const parent = open.at(-1) ?? null;
        if (name.trim() === '') throw bad({ kind: 'unnamed', element: `${element} ${guid}` });
        const depth = open.length;
        const told = {
          guid: plainGuid(guid),
          name: name.trim(),
          parent,
          depth,
          description: '',
          members: new Set<string>(),
        };
        (element === 'Code' ? codes : sets).push(told);
        open.push(told);
      },
      text(part) {
        const told = open.at(-1);
        if (told && elements.at(-1) === 'Description') told.description += part;
      },
      close(element) {
        elements.pop();
        if (element !== 'Code' && element !== 'Set') return;
        const told = open.pop();
        if (told) told.description = told.description.replaceAll(/\r\n?/g, '\n');
      },
    },
  );
  if (codes.length === 0) throw bad({ kind: 'no-codes' });
  return { codes, sets };
}

/** The code above on the level above; what is too deep hangs where the third level does. */
function parentOf({ depth, parent }: Told): Told | null {
  let above = parent;
  for (let at = depth; at >= MOST_LEVELS && above; at -= 1) above = above.parent;
  return above;
}

/** What a code has no place for in the codebook: its way down below the last level, and sets that are no level. */
function noteOf(code: Told, sets: readonly Told[]): { readonly note?: string } {
  const way = code.depth < MOST_LEVELS ? [] : [[...wayTo(code), code.name].join(' › ')];
  const inSets = sets.filter(({ members }) => members.has(code.guid)).map(({ name }) => `Set: ${name}`);
  const notes = [...way, ...inSets];
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

function wayTo({ parent }: Told): string[] {
  const way: string[] = [];
  for (let at = parent; at; at = at.parent) way.unshift(at.name);
  return way;
}

/** Labels as a codebook needs them: no two alike, none of one character. */
function distinctLabels(told: readonly Told[]): Map<Told, string> {
  const count = new Map<string, number>();
  for (const { name } of told) count.set(name, (count.get(name) ?? 0) + 1);
  const used = new Set<string>();
  return new Map(
    told.map((code) => {
      const { name, parent } = code;
      const isClear = count.get(name) === 1 && [...name].length > 1;
      const stem = isClear || parent === null ? name : `${name}（${parent.name}）`;
      let label = stem;
      for (let next = 2; used.has(label) || [...label].length === 1; next += 1) label = `${stem}（${next}）`;
      used.add(label);
      return [code, label];
    }),
  );
}

function freeId({ name, guid }: Told, taken: ReadonlySet<string>): string {
  const isLatin = /^[\x20-\x7e]+$/.test(name);
  const stem = (isLatin && slugOf(name)) || `code-${guid.replaceAll(/[^0-9a-f]/g, '').slice(0, 8) || '1'}`;
  let id = stem;
  for (let next = 2; taken.has(id); next += 1) id = `${stem}-${next}`;
  return id;
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
