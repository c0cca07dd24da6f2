import { UserError } from '../errors.js';
import { headlineMeasures } from '../model/agreement-measure.js';
import { MACHINE_CODER } from '../model/coded-passage.js';
import { kindOfName, splitNames } from '../model/counted-regions.js';
import { type SettingName, settingNames } from '../model/decisions/setting.js';
import { languageSchema } from '../model/language.js';
import { proposalsSettings } from '../model/proposals-setting.js';
import { chineseTraditions, traditions } from '../model/tradition.js';
import type { Context, ReadContext } from '../project/context.js';
import { recogniseAll } from '../project/recognise-regions.js';
import { recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { requireKinds } from '../project/require-kinds.js';
import { readCoders } from '../store/coder-table.js';
import { joinKinds } from '../store/region-table.js';
import { getSetting } from '../store/setting-table.js';
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
 * Sets one of the project's settings, by a decision that can be taken back, and brings what follows up to date.
 * @throws UserError settings/unknown, settings/wrong-value, regions/unknown-kind, regions/nothing-left
 */
export async function changeSetting(context: Context, change: SettingChange): Promise<DecideReport> {
  const { reason } = change;
  const coder = requireCoder(change.coder);
  const name = settingNames.find((one) => one === change.name);
  if (!name) throw new UserError('settings/unknown', { name: change.name, known: settingNames.join(', ') });
  const given = change.value.normalize('NFC').trim();
  if (name === 'regions') await recogniseAll(context);
  return followDecisions(context, (again) =>
    recordPlanned(again, { coder, reason }, [
      {
        kind: 'set',
        target: { type: 'setting', name },
        after: { value: keptValue(again.store, name, given) },
      },
    ]),
  );
}

/** The value of a setting as it is kept; kinds of regions and traditions may be given by their Chinese names. */
function keptValue(store: Store, name: SettingName, given: string): string {
  if (name === 'regions') return kindsIn(given);
  if (name === 'pilot-threshold') return thresholdIn(given);
  const value = (name === 'tradition' && traditions.find((one) => chineseTraditions[one] === given)) || given;
  const allowed = allowedValues(store, name);
  if (!allowed.includes(value)) {
    throw new UserError('settings/wrong-value', { name, value: given, allowed: allowed.join(', ') });
  }
  return value;
}

function allowedValues(
  store: Store,
  name: Exclude<SettingName, 'regions' | 'pilot-threshold'>,
): readonly string[] {
  switch (name) {
    case 'language':
      return languageSchema.options;
    case 'headline-measure':
      return headlineMeasures;
    case 'tradition':
      return traditions;
    case 'proposals':
      return proposalsSettings;
    case 'lead-coder':
      return readCoders(store).flatMap(({ name: coder }) => (coder === MACHINE_CODER ? [] : [coder]));
  }
}

/** A value that agreement can reach, such as 0.8. */
function thresholdIn(given: string): string {
  const value = Number(given || Number.NaN);
  if (value > 0 && value <= 1) return String(value);
  throw new UserError('settings/wrong-value', { name: 'pilot-threshold', value: given, allowed: '0.01 … 1' });
}

function kindsIn(given: string): string {
  const kinds = splitNames(given).map((name) => {
    const kind = kindOfName(name);
    if (!kind) throw new UserError('regions/unknown-kind', { name });
    return kind;
  });
  return joinKinds(requireKinds(kinds));
}
