import type { ReadContext } from '../project/context.js';
import type { NamedCoder } from '../project/join/join-side.js';
import { namedCoders } from '../project/join/read-side.js';

/** A coder of a project, or the program itself (`zhagen`), with the GUID that exchange files know them by. */
export type ListedCoder = NamedCoder;

/** The coders of the project in code point order. */
export function listCoders({ store }: ReadContext): ListedCoder[] {
  return namedCoders(store);
}
