import { UserError } from '../errors.js';
import { MACHINE_CODER } from '../model/coded-passage.js';
import { type SettingName, settingNames } from '../model/decisions/setting.js';
import { languageSchema } from '../model/language.js';
import type { Context, ReadContext } from '../project/context.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { readCoders } from '../store/coder-table.js';
import { getSetting, givenSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** What a setting is set to, by whom and why. */
export interface SettingChange {
  readonly name: string;
  readonly value: string;
  readonly coder: string;
  readonly reason: string;
}

/** The settings that people decide about, with their values; an empty one is not set. */
export function listSettings({
  store,
}: ReadContext): { readonly name: SettingName; readonly value: string }[] {
  return settingNames.map((name) => ({ name, value: getSetting(store, name) ?? '' }));
}

/**
 * Sets one of the project's settings, by a decision that can be taken back, and brings what is settled up to date.
 * @throws UserError settings/unknown, settings/wrong-value
 */
export async function changeSetting(context: Context, change: SettingChange): Promise<DecideReport> {
  const coder = requireCoder(change.coder);
  const name = settingNames.find((one) => one === change.name);
  if (!name) throw new UserError('settings/unknown', { name: change.name, known: settingNames.join(', ') });
  const value = change.value.normalize('NFC').trim();
  return followDecisions(context, ({ store, now, newId }) => {
    requireValue(store, name, value);
    if (givenSetting(store, name) === value) return { decisions: [], changes: [], alreadyInForce: [name] };
    const id = newId();
    return recordDecisions(store, [
      {
        id,
        statement: id,
        coder,
        time: now().toISOString(),
        kind: 'set',
        target: { type: 'setting', name },
        after: { value },
        reason: change.reason,
        suggestionShown: false,
        isBulk: false,
      },
    ]);
  });
}

function requireValue(store: Store, name: SettingName, value: string): void {
  const allowed =
    name === 'language'
      ? languageSchema.options
      : readCoders(store).flatMap(({ name: coder }) => (coder === MACHINE_CODER ? [] : [coder]));
  if (!allowed.some((one) => one === value)) {
    throw new UserError('settings/wrong-value', { name, value, allowed: allowed.join(', ') });
  }
}
