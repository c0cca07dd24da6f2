import type { RelationRow } from '../model/table-rows.js';
import { type KnownRelation, knownRelations } from '../stages/code/effective-theory.js';
import type { Store } from '../store/store.js';
import { codebookInForce } from './applied-codebook.js';
import { codeFollower } from './code-names.js';
import { verdictsOnCodes } from './project-view.js';

/** A relation as it was stated, and between which codes it is now. */
export interface StatedRelation extends KnownRelation {
  readonly from: { readonly id: string; readonly label: string };
  readonly to: { readonly id: string; readonly label: string };
}

/** A relation by the names of its codes. */
export type RelationInWords = Pick<RelationRow, 'from' | 'relation' | 'to'>;

/** The relations of a codebook, the file's first; those of a code that is gone, and of one to itself by a merge, are left out. */
export function statedRelations(store: Store, codebookId: string): StatedRelation[] {
  return relationsNow(store, codebookId).flatMap(({ known, from, to }): StatedRelation[] => {
    if (from.label === null || to.label === null || from.id === to.id) return [];
    return [{ ...known, from: { ...from, label: from.label }, to: { ...to, label: to.label } }];
  });
}

/** The relations of a codebook that name a code which is gone, with the id of what is gone in place of a label. */
export function relationsOfGoneCodes(store: Store, codebookId: string): RelationInWords[] {
  return relationsNow(store, codebookId)
    .filter(({ from, to }) => from.label === null || to.label === null)
    .map(({ known, from, to }) => ({
      from: from.label ?? from.id,
      relation: known.relation.kind,
      to: to.label ?? to.id,
    }));
}

function relationsNow(store: Store, codebookId: string) {
  const found = codebookInForce(store, codebookId);
  if (!found) return [];
  const current = codeFollower(store);
  return knownRelations(found.base, verdictsOnCodes(store)).map((known) => ({
    known,
    from: current(codebookId, known.relation.from),
    to: current(codebookId, known.relation.to),
  }));
}
