import { defaultCountedKinds } from '../model/counted-regions.js';
import type { Store } from './store.js';

/** What a project assumes until somebody sets it: the language of its files, the regions that count, when proposals are shown. */
const DEFAULTS: Readonly<Record<string, string>> = {
  language: 'zh',
  regions: defaultCountedKinds.join(','),
  proposals: 'when-done',
};

/** The value of a project setting, or its default. */
export function getSetting(store: Store, name: string): string | undefined {
  return givenSetting(store, name) ?? DEFAULTS[name];
}

/** The value that somebody gave a project setting. */
export function givenSetting(store: Store, name: string): string | undefined {
  return store.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value;
}

/** Sets a project setting; null leaves it at its default. */
export function setSetting(store: Store, name: string, value: string | null): void {
  if (value === null) store.run('DELETE FROM setting WHERE name = ?', name);
  else
    store.run(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      name,
      value,
    );
}
