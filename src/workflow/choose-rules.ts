import { NO_CODEBOOK } from '../model/codebook.js';
import type { StudyRules } from '../model/screening-rules.js';
import { readContent, saveContent } from '../store/content-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import {
  GENERAL,
  type LoadedRules,
  loadRules,
  loadStudyRules,
  parseRules,
  parseStudyRules,
} from './load-rules.js';

/** The setting of a project to which no rules of a study apply. */
const NONE = 'none';
/** The setting of a project whose people named rules: those apply alone, whatever codebook is applied. */
const NAMED = 'named';

/** The rules to screen by, and those that come with the codebook. */
export interface ChosenRules {
  readonly rules: LoadedRules;
  readonly study: LoadedRules<StudyRules> | null;
  readonly isNamed: boolean;
}

/**
 * Chooses the rules: those of a file alone, once people named it; else the general ones (as they were when first used) and
 * those beside the codebook about to be applied, without one those last used.
 */
export function chooseRules(
  store: Store,
  { rules: path, codebook }: { readonly rules?: string | undefined; readonly codebook?: string | undefined },
): ChosenRules {
  if (path !== undefined) return { rules: loadRules(path), study: null, isNamed: true };
  const saved = readContent(store, getSetting(store, 'rules') ?? '');
  const setting = getSetting(store, 'study-rules');
  const rules = saved ? parseRules(saved.name, saved.text) : loadRules(undefined);
  // Projects of earlier versions have no such setting: the name of their rules says whether people chose them.
  const isNamed = setting === NAMED || (setting === undefined && rules.name !== GENERAL);
  if (isNamed) return { rules, study: null, isNamed };
  if (codebook !== undefined) {
    return { rules, study: codebook === NO_CODEBOOK ? null : loadStudyRules(codebook), isNamed };
  }
  const study = readContent(store, setting ?? '');
  return { rules, study: study ? parseStudyRules(study.name, study.text) : null, isNamed };
}

/** Keeps the rules as those in force, and returns their hashes for the run. */
export function saveRules(
  store: Store,
  { rules, study, isNamed }: ChosenRules,
): { readonly rules: string; readonly studyRules?: string } {
  const hash = saveContent(store, 'rules', rules.name, rules.text);
  setSetting(store, 'rules', hash);
  if (!study) {
    setSetting(store, 'study-rules', isNamed ? NAMED : NONE);
    return { rules: hash };
  }
  const studyRules = saveContent(store, 'rules', study.name, study.text);
  setSetting(store, 'study-rules', studyRules);
  return { rules: hash, studyRules };
}
