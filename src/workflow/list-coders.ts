import { guidOf } from '../formats/refi-qda/guid.js';
import type { ReadContext } from '../project/context.js';
import { readCoders } from '../store/coder-table.js';

/** A coder of a project, or the program itself (`zhagen`). */
export interface ListedCoder {
  readonly name: string;
  /** Under which exchange files know the coder: the one given, else one made from the name, the same everywhere. */
  readonly guid: string;
  readonly isGiven: boolean;
}

/** The coders of the project in code point order. */
export function listCoders({ store }: ReadContext): ListedCoder[] {
  return readCoders(store).map(({ name, guid }) => ({
    name,
    guid: guid ?? guidOf(`coder ${name}`),
    isGiven: guid !== null,
  }));
}
