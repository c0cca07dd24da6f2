import { UserError } from '../../errors.js';
import { guidOf } from '../../formats/refi-qda/guid.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import type { QdaUser } from '../../model/qda-project.js';
import { saveCoderGuid } from '../../store/coder-table.js';
import type { Store } from '../../store/store.js';
import { namedCoders } from '../join/read-side.js';
import { requireCoder } from '../require-coder.js';

/** Who codes, where a file names nobody, and who users of the file are whom the project calls otherwise. */
export interface CodersOfFile {
  readonly coder: string;
  readonly coderMap?: Readonly<Record<string, string>> | undefined;
}

/**
 * Makes what tells who a user of a file is in the project: as is said, else by GUID, else by name.
 * @throws UserError qdpx/unknown-user, decide/coder-without-name, decide/machine-coder
 */
export function coderFinder(
  store: Store,
  users: readonly QdaUser[],
  { coder, coderMap = {} }: CodersOfFile,
): (user: string) => string {
  const nobody = requireCoder(coder);
  const known = [...namedCoders(store), { name: MACHINE_CODER, guid: guidOf(`coder ${MACHINE_CODER}`) }];
  const names = new Map([
    ...users.map(({ guid, name }) => [guid, name.normalize('NFC').trim()] as const),
    ...known.map(({ guid, name }) => [guid, name] as const),
  ]);
  for (const [there, here] of Object.entries(coderMap)) {
    const named = users.filter(({ guid, name }) => [name.normalize('NFC').trim(), guid].includes(there));
    if (named.length === 0) {
      const all = users.map(({ guid, name }) => name || guid);
      throw new UserError('qdpx/unknown-user', { name: there, known: all.join(', ') });
    }
    for (const { guid } of named) names.set(guid, requireCoder(here));
  }
  return (user) => names.get(user) || nobody;
}

/** People whom the project did not know keep the GUID that other programs know them by. */
export function keepGuids(store: Store, users: readonly QdaUser[], coderOf: (user: string) => string): void {
  const known = new Set(namedCoders(store).map(({ name }) => name));
  for (const { guid, name } of users) {
    const coder = coderOf(guid);
    if (guid === '' || name.trim() === '' || known.has(coder) || coder === MACHINE_CODER) continue;
    known.add(coder);
    if (guid !== guidOf(`coder ${coder}`)) saveCoderGuid(store, coder, guid);
  }
}
