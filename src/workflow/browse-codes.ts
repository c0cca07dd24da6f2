import { GROWING } from '../model/codebook.js';
import type { Language } from '../model/language.js';
import type { CodingRow } from '../model/table-rows.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { codebookToDecide, idsOfUsedCodebooks } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { readMappings } from '../store/mapping-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { makeTable } from './make-table.js';

/** A code with what it and all codes under it received. */
export interface BrowsedCode {
  readonly id: string;
  readonly label: string;
  readonly level: string;
  readonly parent: string | null;
  readonly references: number;
  readonly cases: number;
  /** Different keywords that are mapped to it or to codes under it. */
  readonly keywords: number;
}

/** A keyword that no code took, and in how many cases it is. */
export interface UnmappedWord {
  readonly word: string;
  readonly cases: number;
}

/** A codebook as it is worked on: its codes level by level, and the keywords that wait for one. */
export interface BrowsedCodes {
  readonly codebooks: readonly { readonly id: string; readonly title: string }[];
  readonly codebook: { readonly id: string; readonly title: string; readonly version: string };
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  /** In the order of the codebook. */
  readonly codes: readonly BrowsedCode[];
  /** In the order of their cases, most first. */
  readonly unmapped: readonly UnmappedWord[];
  readonly core: string | null;
  readonly storyline: string | null;
}

/** The codes of which codebook are read, in whose view, and in which language their titles are. */
export interface CodesAsked extends CodedRequest {
  readonly language?: Language;
}

/**
 * Reads the codes of a codebook (the one last applied, unless another is named) with their counts; titles and levels in a
 * language.
 * @throws UserError decide/not-coded, tables/unknown-codebook
 */
export function browseCodes(context: ReadContext, asked: CodesAsked = {}): BrowsedCodes {
  const { store } = context;
  const reading = { depth: 'passages', codebooks: [asked.codebook] } as const;
  return inView(store, chooseView(store, asked), reading, () => codesInView(context, asked));
}

function codesInView(context: ReadContext, { codebook: asked, language = 'zh' }: CodesAsked): BrowsedCodes {
  const { store } = context;
  const { codebook } = codebookToDecide(store, 'code', asked);
  const { id, title, version, levels, theory } = codebook;
  const counts = codebook.codes.length > 0 ? countsOf(context, asked) : new Map<string, CodingRow>();
  const words = wordsOf(store, id);
  const parents = new Map(codebook.codes.map((one) => [one.id, one.parent]));
  const keywords = new Map<string, Set<string>>();
  for (const [word, { codeIds }] of words) {
    for (const own of codeIds) {
      for (let at: string | null | undefined = own; at != null; at = parents.get(at)) {
        keywords.set(at, (keywords.get(at) ?? new Set()).add(word));
      }
    }
  }
  return {
    codebooks: idsOfUsedCodebooks(store).flatMap((one) => {
      const used = appliedCodebook(store, one)?.framework.codebook;
      return used && (one === id || isCodedUnder(store, one))
        ? [{ id: one, title: used.title[language] }]
        : [];
    }),
    codebook: { id, title: title[language], version },
    levels: levels.map((one) => ({ id: one.id, name: one.name[language] })),
    codes: codebook.codes.map((one) => ({
      id: one.id,
      label: one.label.zh,
      level: one.level,
      parent: one.parent,
      references: counts.get(one.id)?.references ?? 0,
      cases: counts.get(one.id)?.cases ?? 0,
      keywords: keywords.get(one.id)?.size ?? 0,
    })),
    unmapped: [...words]
      .flatMap(([word, { unmapped }]) => (unmapped > 0 ? [{ word, cases: unmapped }] : []))
      .sort((one, other) => other.cases - one.cases || compareByCodePoint(one.word, other.word)),
    core: theory?.core ?? null,
    storyline: theory?.storyline ?? null,
  };
}

/** Whether anything is coded under a codebook: keywords that are merged make codes of the grown one also where nothing is. */
const isCodedUnder = (store: Store, codebookId: string) =>
  codebookId !== GROWING.id || readMappings(store, codebookId).length > 0;

/** What codes received, as the coding table counts it, which there is not while nobody made a code. */
function countsOf(context: ReadContext, codebook: string | undefined): Map<string, CodingRow> {
  const id = codebook === GROWING.id ? undefined : codebook;
  const { rows } = makeTable(context, { name: 'coding', ...(id !== undefined && { codebook: id }) });
  return new Map((rows as readonly CodingRow[]).map((row) => [row.codeId, row]));
}

/** The keywords under a codebook: the codes that took each, and in how many cases none did. */
function wordsOf(store: Store, codebookId: string) {
  const words = new Map<string, { codeIds: Set<string>; unmapped: number }>();
  for (const { word, codeId, method } of readMappings(store, codebookId)) {
    const known = words.get(word) ?? { codeIds: new Set(), unmapped: 0 };
    if (codeId !== null) known.codeIds.add(codeId);
    else if (method === 'unmapped') known.unmapped += 1;
    words.set(word, known);
  }
  return words;
}
