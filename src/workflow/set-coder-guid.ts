import { UserError } from '../errors.js';
import { plainGuid } from '../formats/refi-qda/guid.js';
import type { Context } from '../project/context.js';
import { requireCoder } from '../project/require-coder.js';
import { saveCoderGuid } from '../store/coder-table.js';
import { type ListedCoder, listCoders } from './list-coders.js';

/** A coder, and the GUID under which exchange files know them. */
export interface CoderGuid {
  readonly name: string;
  readonly guid: string;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Gives a coder, known or yet to come, the GUID that other programs know them by. Returns the coders of the project.
 * @throws UserError coders/wrong-guid, coders/guid-taken
 */
export function setCoderGuid(context: Context, coder: CoderGuid): ListedCoder[] {
  const { store } = context;
  const name = requireCoder(coder.name);
  const guid = plainGuid(coder.guid);
  if (!GUID.test(guid)) throw new UserError('coders/wrong-guid', { guid: coder.guid });
  return store.transaction(() => {
    const owner = listCoders(context).find((one) => one.guid === guid && one.name !== name);
    if (owner) throw new UserError('coders/guid-taken', { guid, owner: owner.name });
    saveCoderGuid(store, name, guid);
    return listCoders(context);
  });
}
