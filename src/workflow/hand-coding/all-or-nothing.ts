import { forgetView } from '../../project/project-view.js';
import type { Store } from '../../store/store.js';

/** Does some work in one transaction; a rehearsal says what came of it and is taken back. */
export async function allOrNothing<T>(
  store: Store,
  isRehearsal: boolean | undefined,
  work: () => Promise<T>,
): Promise<T> {
  let rehearsed: { readonly result: T } | undefined;
  try {
    return await store.longTransaction(async () => {
      const result = await work();
      if (isRehearsal) {
        rehearsed = { result };
        throw new Error('a rehearsal is taken back');
      }
      return result;
    });
  } catch (error) {
    forgetView(store);
    if (rehearsed) return rehearsed.result;
    throw error;
  }
}
