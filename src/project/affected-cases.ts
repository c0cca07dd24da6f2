import type { Decision } from '../model/decisions/decision.js';
import type { SettingValue } from '../model/decisions/setting.js';
import type { Target } from '../model/decisions/target.js';
import { textsThatDiffer } from '../store/counted-terms.js';
import { splitKinds } from '../store/region-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { followsFrom } from './case-attributes.js';
import { type Ground, groundOf, readGround } from './project-ground.js';
import { type ProjectView, putGround } from './project-view.js';

/** The cases that decisions may have moved to another group, in or out of all, and those of which other text counts now. */
export interface AffectedCases {
  readonly moved: ReadonlySet<string>;
  readonly reread: ReadonlySet<string>;
}

/** A case that counts in another group than before, or by other text; null: in none. */
export interface CaseMove {
  readonly caseId: string;
  readonly version: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Whether its text is to be coded as a whole. */
  readonly isReread: boolean;
}

/** Whether a decision says which cases count, in which groups, or by which regions of their texts. */
export function isAboutGround(store: Store, target: Target): boolean {
  switch (target.type) {
    case 'case':
      return target.question !== 'chosen';
    case 'attribute':
      return followsFrom(store, getSetting(store, 'by') ?? '', target.name);
    case 'setting':
      return target.name === 'regions';
    default:
      return false;
  }
}

/** The cases that logged decisions may affect as a whole; null where none of the decisions is about such. */
export function affectedCases(store: Store, decisions: readonly Decision[]): AffectedCases | null {
  const about = decisions.filter(({ target }) => isAboutGround(store, target));
  if (about.length === 0) return null;
  const moved = new Set<string>();
  const reread = new Set<string>();
  for (const { target, before, after } of about) {
    if (target.type === 'case' && target.question === 'partly-sealed') reread.add(target.caseId);
    else if ('caseId' in target) moved.add(target.caseId);
    else for (const { caseId } of textsThatDiffer(store, kindsIn(before), kindsIn(after))) reread.add(caseId);
  }
  return { moved, reread };
}

/** Brings a view to the ground of its project as it is now; returns how the affected cases moved, in code point order of the ids. */
export function moveCases(view: ProjectView, { moved, reread }: AffectedCases): CaseMove[] {
  const before = groundOf(view);
  putGround(view, readGround(view.store));
  const after: Ground = view;
  return [...new Set([...moved, ...reread])].sort(compareByCodePoint).flatMap((caseId): CaseMove[] => {
    const [from, to] = [before.groupOf.get(caseId) ?? null, after.groupOf.get(caseId) ?? null];
    const isReread = to !== null && (from === null || reread.has(caseId));
    if (from === to && !isReread) return [];
    const version = after.versions.get(caseId) ?? before.versions.get(caseId) ?? '';
    return [{ caseId, version, from, to, isReread }];
  });
}

function kindsIn(state: Decision['before']) {
  return state && splitKinds((state as SettingValue).value);
}
