import { UserError } from '../errors.js';
import { MACHINE_CODER } from '../model/coded-passage.js';
import { SETTLED, type View } from '../model/view.js';
import { readCoders } from '../store/coder-table.js';
import type { Store } from '../store/store.js';
import { requireCoder } from './require-coder.js';

/** Whose rows are asked for, as people write it. */
export interface ViewRequest {
  /** `settled` (the default), `coder:` and a name, or `blind`. */
  readonly view?: string | undefined;
  /** Of `blind`: the coder whose own rows these are. */
  readonly coder?: string | undefined;
}

/** Under which codebook and in which view a coding is read. */
export interface CodedRequest extends ViewRequest {
  readonly codebook?: string | undefined;
}

const OF_CODER = 'coder:';

/**
 * Returns the view that is asked for.
 * @throws UserError view/blind-needs-coder, view/coder-elsewhere, view/unknown, view/unknown-coder
 */
export function chooseView(store: Store, { view = 'settled', coder }: ViewRequest): View {
  if (view === 'blind') {
    if (coder === undefined) throw new UserError('view/blind-needs-coder', {});
    return { kind: 'blind', coder: requireCoder(coder) };
  }
  if (coder !== undefined) throw new UserError('view/coder-elsewhere', { coder });
  if (view === 'settled') return SETTLED;
  if (!view.startsWith(OF_CODER)) throw new UserError('view/unknown', { view });
  const name = view.slice(OF_CODER.length).normalize('NFC').trim();
  const known = readCoders(store).flatMap((one) => (one.name === MACHINE_CODER ? [] : [one.name]));
  if (!known.includes(name))
    throw new UserError('view/unknown-coder', { coder: name, known: known.join(', ') });
  return { kind: 'coder', coder: name };
}
