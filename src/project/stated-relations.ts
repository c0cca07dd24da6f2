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

/** The relations of a codebook, the file's first; those of a code that is gone, and of one to itself by a merge, are left out. */
export function statedRelations(store: Store, codebookId: string): StatedRelation[] {
  const found = codebookInForce(store, codebookId);
  if (!found) return [];
  const current = codeFollower(store);
  return knownRelations(found.base, verdictsOnCodes(store)).flatMap((one): StatedRelation[] => {
    const [from, to] = [one.relation.from, one.relation.to].map((id) => current(codebookId, id));
    if (!from || !to || from.label === null || to.label === null || from.id === to.id) return [];
    return [{ ...one, from: { ...from, label: from.label }, to: { ...to, label: to.label } }];
  });
}
