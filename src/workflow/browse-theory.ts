import { paradigmParts } from '../model/paradigm.js';
import type { RelationTableRow } from '../model/table-rows.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { codebookToDecide } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { type ListedTheory, listTheory } from './list-relations.js';
import { relationTable } from './relation-table.js';

/** What grows out of the codes of a codebook, as it is worked on. */
export interface BrowsedTheory extends Pick<ListedTheory, 'storyline' | 'ofGoneCodes'> {
  readonly codebook: string;
  readonly core: { readonly id: string; readonly label: string } | null;
  /** With the sentences in which their codes meet. */
  readonly relations: readonly RelationTableRow[];
  /** The types that relations may have: the parts of the paradigm model, and those that were used. */
  readonly kinds: readonly string[];
}

/**
 * Reads the core category, storyline and relations of a codebook (the one last applied where none is named).
 * @throws UserError decide/not-coded, tables/unknown-codebook
 */
export function browseTheory(context: ReadContext, asked: CodedRequest = {}): BrowsedTheory {
  const { store } = context;
  const reading = { depth: 'passages', codebooks: [asked.codebook] } as const;
  return inView(store, chooseView(store, asked), reading, () => theoryInView(context, asked));
}

function theoryInView(context: ReadContext, { codebook: asked }: CodedRequest): BrowsedTheory {
  const { codebook } = codebookToDecide(context.store, 'relate', asked);
  const { storyline, ofGoneCodes } = listTheory(context, { codebook: asked });
  const core = codebook.codes.find(({ id }) => id === codebook.theory?.core);
  const relations = relationTable(context, { codebook: asked }).rows as readonly RelationTableRow[];
  return {
    codebook: codebook.id,
    core: core ? { id: core.id, label: core.label.zh } : null,
    storyline,
    relations,
    ofGoneCodes,
    kinds: [...new Set([...Object.keys(paradigmParts), ...relations.map(({ relation }) => relation)])],
  };
}
