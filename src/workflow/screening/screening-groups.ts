import type { ReadContext } from '../../project/context.js';
import { BY_CASE, groupTexts } from '../../project/group-cases.js';
import { getSetting } from '../../store/setting-table.js';
import { type ShownOccurrences, showInContext, type WordInContext } from '../concordance.js';

/** The groups that keywords are screened in: cases by themselves, or the values of an attribute. */
export interface ScreeningGroups {
  readonly by: string;
  readonly groups: readonly string[];
}

/** Lists the groups that keywords are screened in. */
export function listScreeningGroups({ store }: ReadContext): ScreeningGroups {
  return { by: getSetting(store, 'by') ?? BY_CASE, groups: [...groupTexts(store).keys()] };
}

/** Shows where a word stands in the texts of a group, or in all of them. */
export function showWordInGroup(
  { store }: ReadContext,
  {
    word,
    group,
    ...shown
  }: Omit<ShownOccurrences, 'caseIds'> & { readonly word: string; readonly group?: string | undefined },
): WordInContext {
  const caseIds = group === undefined ? undefined : (groupTexts(store).get(group) ?? []);
  return showInContext({ store }, word, { ...shown, caseIds });
}
