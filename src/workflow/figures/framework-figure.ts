import { UserError } from '../../errors.js';
import type { Code, Codebook } from '../../model/codebook.js';
import type { Language } from '../../model/language.js';
import { paradigmParts } from '../../model/paradigm.js';
import type { CodingRow } from '../../model/table-rows.js';
import { frameworkInUse } from '../../project/find-code.js';
import { describeSource } from '../../report/caption-table.js';
import { figureTable } from '../../report/figures/figure-table.js';
import { drawFramework } from '../../report/figures/framework.js';
import { figureWords } from '../../report/figures/words.js';
import { makeTable } from '../make-table.js';
import type { DrawFigure } from './figure-request.js';
import { describeCodebook, filterOf } from './figure-source.js';

/** More codes than this cannot be read around one centre. */
const MOST_CODES = 16;

/** `framework`: the top codes around the core category, each with what it is to it. */
export const frameworkFigure: DrawFigure = ({ store, request, language, width }) => {
  const { name, codebook: asked, count } = request;
  const { codebook } = frameworkInUse(store, asked);
  const codes = codesAround(codebook);
  if (codes.length === 0) throw new UserError('figure/nothing-to-draw', { figure: name });
  if (codes.length > MOST_CODES) {
    throw new UserError('figure/too-many-codes', { figure: name, codes: codes.length, most: MOST_CODES });
  }
  const table = count && makeTable({ store }, { ...filterOf(request), name: 'coding' });
  const counts = new Map((table?.rows as readonly CodingRow[] | undefined)?.map((row) => [row.codeId, row]));
  const counted = (id: string): Readonly<Record<string, number>> =>
    count ? { [count]: counts.get(id)?.[count] ?? 0 } : {};
  const rows = codes.map(({ id, label }) => ({
    code: label[language],
    codeId: id,
    role: roleOf(codebook, id, language) ?? null,
    ...counted(id),
  }));
  const { kind, text } = centreOf(codebook, language);
  const hasRoles = rows.some(({ role }) => role !== null);
  const nodes = rows.map((row) => ({
    label: row.code,
    role: row.role ?? undefined,
    count: count && figureWords(language).cases(counted(row.codeId)[count] ?? 0),
  }));
  return {
    drawing: drawFramework(text, nodes, width),
    table: figureTable(['code', 'codeId', 'role', ...(count ? [count] : [])], rows, language),
    caption: [
      figureWords(language).framework({ codes: codes.length, hasRoles, centre: kind, counted: count }),
      table
        ? describeSource({ ...table.source, runIds: [] }, language)
        : describeCodebook(codebook, language),
    ],
  };
};

/** The codes around the centre: those with a role first, as the theory has them, then the others in the codebook's order. */
function codesAround({ levels, codes, theory }: Codebook): Code[] {
  const core = codes.find(({ id }) => id === theory?.core);
  const top = codes.filter(({ level, id }) => level === levels[0]?.id && id !== core?.id);
  // A core category that stands above all others has them under it.
  const around = top.length === 0 && core ? codes.filter(({ parent }) => parent === core.id) : top;
  const order = Object.keys(theory?.roles ?? {});
  const place = ({ id }: Code) => (order.includes(id) ? order.indexOf(id) : order.length);
  return around
    .map((code, at) => ({ code, at }))
    .sort((a, b) => place(a.code) - place(b.code) || a.at - b.at)
    .map(({ code }) => code);
}

/** What a code is to the centre: its relation to the core category, or its role in a theory whose centre is no code. */
function roleOf({ theory }: Codebook, id: string, language: Language): string | undefined {
  const { core, relations = [], roles } = theory ?? {};
  if (core === undefined) return roles?.[id]?.[language];
  const kind = relations.find(({ from, to }) => from === id && to === core)?.kind;
  return language === 'en' ? ((paradigmParts as Readonly<Record<string, string>>)[kind ?? ''] ?? kind) : kind;
}

function centreOf({ codes, theory, title }: Codebook, language: Language) {
  const core = codes.find(({ id }) => id === theory?.core);
  if (core) return { kind: 'core', text: core.label[language] } as const;
  if (theory?.centre) return { kind: 'centre', text: theory.centre[language] } as const;
  return { kind: 'title', text: title[language] } as const;
}
