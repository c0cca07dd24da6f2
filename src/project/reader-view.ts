import { MACHINE_CODER } from '../model/coded-passage.js';
import { readCoders } from '../store/coder-table.js';
import type { Store } from '../store/store.js';
import type { ViewRequest } from './choose-view.js';
import { casesHiddenFrom } from './hidden-cases.js';

/**
 * The cases because of which a coder reads by their own verdicts alone where they ask for no view: those in which the project
 * hides from them what others say. None while nobody else works in the project.
 */
export function casesReadBlind(store: Store, reader: string | null): readonly string[] {
  const isOther = ({ name }: { readonly name: string }) => name !== MACHINE_CODER && name !== reader;
  return reader !== null && readCoders(store).some(isOther) ? casesHiddenFrom(store, reader) : [];
}

/** What a reader asks for in the view that they read it in, so that no count tells them what others say. */
export function askedByReader<Asked extends object>(
  store: Store,
  { reader, asked }: { readonly reader: string | null; readonly asked: Asked & ViewRequest },
): Asked & ViewRequest {
  const isBlind =
    asked.view === 'blind' || (asked.view === undefined && casesReadBlind(store, reader).length > 0);
  return isBlind ? { ...asked, view: 'blind', coder: reader ?? '' } : asked;
}
