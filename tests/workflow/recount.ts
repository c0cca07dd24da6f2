import type { Codebook } from '../../src/model/codebook.js';
import { type Evidence, isReference } from '../../src/model/evidence.js';
import type { TableName } from '../../src/model/table-rows.js';
import { appliedCodebook } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { rowsOf } from './project.js';

type Row = Readonly<Record<string, unknown>>;

/** What tables are counted again from: rows of evidence, raw keywords, and sentences cut at 。 alone. */
interface Ground {
  readonly context: Context;
  readonly book: Codebook;
}

/** Counts every table again by the words of its caption, from evidence, raw keywords and texts; null: see its own test. */
export const RECOUNT: Readonly<Record<TableName, ((ground: Ground) => readonly Row[]) | null>> = {
  sample: null,
  flow: null,
  'top-words': null,
  kwic: null,
  keywords: (ground) =>
    rowsOf(ground.context, 'keywords').map(({ group, word }) => ({
      group,
      word,
      occurrences: (textOf(ground, group).split(word).length ?? 1) - 1,
    })),
  weights: ({ context }) =>
    rowsOf(context, 'weights').map(({ group, rank, word, weight: _, ...factors }) => ({
      group,
      word,
      weight: Object.values(factors).reduce((product, factor) => product * factor, 1),
    })),
  raw: ({ context }) =>
    rowsOf(context, 'raw').map(({ caseId, rawKeyword, kept, coreKeyword }) => ({
      caseId,
      rawKeyword,
      kind: kept ? (coreKeyword === null || coreKeyword === rawKeyword ? 'free' : 'controlled') : null,
      inCodebook: appliedCodebook(context.store)?.framework.termOwners.has(rawKeyword),
    })),
  frequency: (ground) =>
    ground.book.codes
      .filter(({ id, level }) => level === ground.book.levels.at(-1)?.id || pairsOf(ground, [id]).length > 0)
      .map(({ id, label }) => ({
        coreKeyword: label.zh,
        ...countsOf(ground, [id]),
        share: pairsOf(ground, [id]).length / rowsOf(ground.context, 'raw').filter(isAssigned).length,
        free: pairsOf(ground, [id]).filter(({ word }) => word === label.zh).length,
        controlled: pairsOf(ground, [id]).filter(({ word }) => word !== label.zh).length,
        distinctRaw: new Set(pairsOf(ground, [id]).map(({ word }) => word)).size,
      }))
      .filter(({ assignments, references }) => assignments + references > 0),
  coding: (ground) =>
    ground.book.codes.map(({ id }) => {
      const own = countsOf(ground, [id]);
      return {
        codeId: id,
        ...Object.fromEntries(
          wayTo(ground.book, id).map(({ level, label }) => [`level${level.slice(1)}`, label.zh]),
        ),
        ...countsOf(ground, under(ground.book, id)),
        ownAssignments: own.assignments,
        ownReferences: own.references,
      };
    }),
  nodes: (ground) =>
    ground.book.codes.map(({ id, label }) => {
      const ids = under(ground.book, id);
      const passages = evidenceOf(ground, ids).filter((row) => isReference(row as unknown as Evidence));
      const own = countsOf(ground, [id]);
      return {
        code: label.zh,
        codeId: id,
        depth: wayTo(ground.book, id).length,
        cases: countsOf(ground, ids).cases,
        references: new Set(passages.map(({ caseId, start, end }) => `${caseId} ${start} ${end}`)).size,
        ownCases: own.cases,
        ownReferences: own.references,
      };
    }),
  pillars: rankAgain,
  facets: null,
  categories: null,
  examples: null,
  'pillar-evidence': null,
  quotations: null,
  matrix: (ground) =>
    idsOf(ground).flatMap((caseId) =>
      ground.book.codes.flatMap(({ id, level }) => {
        const { assignments, references } = countsOf(ground, [id], caseId);
        return assignments + references > 0 ? [{ caseId, codeId: id, level, assignments, references }] : [];
      }),
    ),
  // One row for each code of each passage: as many as there are different keys.
  evidence: ({ context }) => distinctPassages(rowsOf(context, 'evidence')),
  'counter-evidence': ({ context }) => distinctPassages(rowsOf(context, 'counter-evidence')),
  coverage: (ground) =>
    idsOf(ground).map((caseId) => {
      const sentences = sentencesOf(ground, caseId);
      const coded = sentences.filter(({ codes }) => codes.length > 0);
      const length = (of: typeof sentences) => of.reduce((sum, { quote }) => sum + [...quote].length, 0);
      return {
        caseId,
        sentences: sentences.length,
        codedSentences: coded.length,
        coverage: coded.length / sentences.length,
        characters: length(sentences),
        codedCharacters: length(coded),
        characterCoverage: length(coded) / length(sentences),
        codes: new Set(coded.flatMap(({ codes }) => codes)).size,
      };
    }),
  uncoded: (ground) =>
    idsOf(ground).flatMap((caseId) =>
      sentencesOf(ground, caseId).flatMap(({ codes, quote }) =>
        codes.length === 0 ? [{ caseId, quote }] : [],
      ),
    ),
  cooccurrence: pairAgain,
  contested: null,
  revisit: null,
  memos: null,
  relations: null,
  sampling: null,
  overlaps: null,
  crosstab: null,
  keyness: null,
  crosswalk: null,
  correspondence: null,
  reliability: null,
  saturation: null,
};

const isAssigned = (row: { kept: boolean; coreKeyword: string | null }) =>
  row.kept && row.coreKeyword !== null;
const idsOf = ({ context }: Ground) => listCases(context).map(({ id }) => id);
const textOf = ({ context }: Ground, id: string) => showCase(context, id).cleanText;

function distinctPassages(rows: readonly { caseId: string; start: number; end: number; codeId: string }[]) {
  const keys = rows.map(({ caseId, start, end, codeId }) => JSON.stringify({ caseId, start, end, codeId }));
  return [...new Set(keys)].map((key) => JSON.parse(key) as Row);
}

function wayTo({ codes }: Codebook, id: string): Codebook['codes'] {
  const code = codes.find((one) => one.id === id);
  if (!code) return [];
  return code.parent === null ? [code] : [...wayTo({ codes } as Codebook, code.parent), code];
}

const under = (book: Codebook, top: string) =>
  book.codes.filter(({ id }) => wayTo(book, id).some((code) => code.id === top)).map(({ id }) => id);

function pairsOf({ context, book }: Ground, ids: readonly string[], caseId?: string) {
  const labels = book.codes.filter(({ id }) => ids.includes(id)).map(({ label }) => label.zh);
  return rowsOf(context, 'raw').flatMap((row) =>
    row.kept && labels.includes(row.coreKeyword ?? '') && (caseId ?? row.caseId) === row.caseId
      ? [{ caseId: row.caseId, word: row.rawKeyword }]
      : [],
  );
}

function evidenceOf({ context }: Ground, ids: readonly string[], caseId?: string) {
  return rowsOf(context, 'evidence').filter(
    (row) => ids.includes(row.codeId) && (caseId ?? row.caseId) === row.caseId,
  );
}

function countsOf(ground: Ground, ids: readonly string[], caseId?: string) {
  const pairs = pairsOf(ground, ids, caseId);
  const references = evidenceOf(ground, ids, caseId).filter((row) => isReference(row as unknown as Evidence));
  return {
    assignments: pairs.length,
    references: references.length,
    cases: new Set([...pairs, ...references].map((one) => one.caseId)).size,
  };
}

/** The score as the English caption states it, with the numbers that stand there. */
function rankAgain(ground: Ground): Row[] {
  const { context, book } = ground;
  const caption = captionTable('pillars', makeTable(context, { name: 'pillars' }).source, 'en');
  const number = (pattern: RegExp) => Number(pattern.exec(caption)?.[1]);
  const growth = number(/n\^([\d.]+)/);
  const prior = number(/to the power ([\d.]+)\./);
  const top = number(/evenly from ([\d.]+) at the top/);
  const opening = number(/start is below (\d+)/);
  return idsOf(ground).flatMap((caseId): Row[] => {
    const scored = book.codes
      .filter(({ level }) => level === 'l1')
      .map((pillar) => {
        const ids = under(book, pillar.id);
        const parts = book.codes
          .filter(({ id }) => ids.includes(id))
          .map(({ id, level, weight }) => {
            const { assignments, references, cases } = countsOf(ground, [id], caseId);
            const steps = book.levels.length - 1;
            const height = steps === 0 ? 1 : top - ((top - 1) * (Number(level.slice(1)) - 1)) / steps;
            const opened = evidenceOf(ground, [id], caseId).some(({ start }) => start < opening) ? 1 : 0;
            return cases === 0
              ? 0
              : weight * height * (assignments + references) ** growth * (1 + opened / cases);
          });
        const score = parts.reduce((sum, part) => sum + part, 0) / ids.length ** prior;
        return { pillar: pillar.label.zh, score, ...countsOf(ground, ids, caseId) };
      })
      .sort((a, b) => b.score - a.score);
    const total = scored.reduce((sum, { score }) => sum + score, 0);
    if (total === 0) return [{ group: caseId, pillar: null, rank: null, score: 0, share: 0, margin: 0 }];
    return scored.map((row, at) => ({
      group: caseId,
      ...row,
      rank: row.score === 0 ? null : 1 + scored.filter(({ score }) => score > row.score + 1e-9).length,
      share: row.score / total,
      margin: row.score === 0 ? 0 : (row.score - (scored[at + 1]?.score ?? 0)) / row.score,
    }));
  });
}

/** The sentences of a case with the codes of all evidence that overlaps them. */
function sentencesOf(ground: Ground, caseId: string) {
  const evidence = [...rowsOf(ground.context, 'evidence'), ...rowsOf(ground.context, 'counter-evidence')];
  let end = 0;
  return textOf(ground, caseId)
    .split(/(?<=。)/)
    .filter((quote) => quote.trim() !== '')
    .map((quote) => {
      const start = end;
      end += [...quote].length;
      const codes = evidence.filter((row) => row.caseId === caseId && row.start < end && start < row.end);
      return { caseId, quote, codes: codes.map(({ codeId }) => codeId) };
    });
}

function pairAgain(ground: Ground): Row[] {
  const lowest = ground.book.levels.at(-1)?.id;
  const codes = ground.book.codes.filter(({ level }) => level === lowest);
  const sentences = idsOf(ground).flatMap((id) => sentencesOf(ground, id));
  const having = (id: string) => sentences.filter((one) => one.codes.includes(id));
  return codes.flatMap((code, at) =>
    codes.slice(at + 1).flatMap((other) => {
      const both = having(code.id).filter((one) => one.codes.includes(other.id));
      const [units, otherUnits] = [having(code.id).length, having(other.id).length];
      if (both.length === 0) return [];
      return [
        {
          codeId: code.id,
          otherCodeId: other.id,
          units,
          otherUnits,
          sharedUnits: both.length,
          sharedCases: new Set(both.map(({ caseId }) => caseId)).size,
          jaccard: both.length / (units + otherUnits - both.length),
          lift: (both.length * sentences.length) / (units * otherUnits),
        },
      ];
    }),
  );
}
