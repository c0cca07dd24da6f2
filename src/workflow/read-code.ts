import type { Code } from '../model/codebook.js';
import type { RevisitRow } from '../model/table-rows.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { findUsedCode, frameworkInUse } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { type CodebookChange, compareCodebooks } from '../stages/code/compare-codebooks.js';
import { readMappings } from '../store/mapping-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { listMemos } from './list-memos.js';
import { listTheory } from './list-relations.js';
import { listRevisit } from './list-revisit.js';
import type { ReadMemo } from './read-passages.js';

/** All that is known of a code. */
export interface CodeInDetail
  extends Pick<
    Code,
    'id' | 'definition' | 'include' | 'exclude' | 'examples' | 'properties' | 'terms' | 'note'
  > {
  readonly label: string;
  readonly path: readonly string[];
  readonly facets: Code['facets'];
  /** Keywords that are mapped to it, and in how many cases, most first. */
  readonly keywords: readonly { readonly word: string; readonly cases: number }[];
  readonly relations: readonly {
    readonly from: string;
    readonly fromId: string;
    readonly relation: string;
    readonly to: string;
    readonly toId: string;
    readonly reason: string;
  }[];
  readonly memos: readonly ReadMemo[];
  /** What people's decisions made other than its file has it. */
  readonly changes: readonly CodebookChange[];
  /** Verdicts under which something changed since they were made. */
  readonly revisit: readonly RevisitRow[];
}

/** Which code is read, and in whose view. */
export interface CodeAsked extends CodedRequest {
  readonly code: string;
}

/**
 * Reads all that is known of a code: what it means, what is mapped to it, how it relates to others, and what changed.
 * @throws UserError code/unknown-code, tables/unknown-codebook
 */
export function readCode(context: ReadContext, asked: CodeAsked): CodeInDetail {
  const { store } = context;
  const reading = { depth: 'mappings', codebooks: [asked.codebook] } as const;
  return inView(store, chooseView(store, asked), reading, () => codeInView(context, asked));
}

function codeInView(context: ReadContext, { code: name, codebook: asked, ...by }: CodeAsked): CodeInDetail {
  const { store } = context;
  const { base, codebook, code } = findUsedCode(store, name, 'code', asked);
  const framework = frameworkInUse(store, codebook.id);
  const { id, label, definition, include, exclude, examples, properties, terms, note, facets } = code;
  const cases = new Map<string, number>();
  for (const one of readMappings(store, codebook.id)) {
    if (one.codeId === id) cases.set(one.word, (cases.get(one.word) ?? 0) + 1);
  }
  return {
    id,
    label: label.zh,
    path: (framework.paths.get(id) ?? []).map((one) => one.label.zh),
    definition,
    include,
    exclude,
    examples,
    properties,
    terms,
    note,
    facets,
    keywords: [...cases]
      .map(([word, count]) => ({ word, cases: count }))
      .sort((one, other) => other.cases - one.cases || compareByCodePoint(one.word, other.word)),
    relations: listTheory(context, { codebook: codebook.id })
      .relations.filter(({ fromId, toId }) => fromId === id || toId === id)
      .map(({ from, fromId, relation, to, toId, reason }) => ({ from, fromId, relation, to, toId, reason })),
    memos: listMemos(context, { on: `code:${id}`, ...(by.view === 'blind' && { coder: by.coder }) }).map(
      ({ memo, text, type, coder }) => ({ id: memo, text, type, coder }),
    ),
    changes: compareCodebooks(base, codebook).filter(({ codeId }) => codeId === id),
    revisit: listRevisit(store, framework).filter((row) => row.code === label.zh),
  };
}
