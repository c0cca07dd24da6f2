import { defaultCountedKinds } from '../model/counted-regions.js';
import type { Store } from './store.js';

/** What a project assumes until somebody sets it: the language of its files, the regions that count. */
const DEFAULTS: Readonly<Record<string, string>> = {
  language: 'zh',
  regions: defaultCountedKinds.join(','),
};

/** The value of a project setting, or its default. */
export function getSetting(store: Store, name: string): string | undefined {
  const row = store.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name);
  return row?.value ?? DEFAULTS[name];
}

/** Sets a project setting. */
export function setSetting(store: Store, name: string, value: string): void {
  store.run(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}
