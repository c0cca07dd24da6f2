import { NO_CODEBOOK } from '../model/codebook.js';
import type { ScreeningRules, StudyRules } from '../model/screening-rules.js';
import {
  GENERAL,
  type LoadedRules,
  loadRules,
  loadStudyRules,
  parseRules,
  parseStudyRules,
} from '../sources/load-rules.js';
import { withStudyRules } from '../stages/screen/apply-rules.js';
import { readContent, saveContent } from '../store/content-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';

/** What `--rules` says to return from the rules of a file to the general ones. */
const GENERAL_AGAIN = 'general';
/** Names the rules of a project that people chose; those of a study wait beside them. */
const NAMED = 'named';
const NOT_NAMED = 'general';
/** The content of a project without rules of a study. */
const NONE = 'none';

/** The rules to screen by, and those that come with the codebook and apply unless people named rules. */
export interface ChosenRules {
  readonly rules: LoadedRules;
  readonly study: LoadedRules<StudyRules> | null;
  readonly isNamed: boolean;
}

/**
 * Chooses the rules: those of a file alone, once people named it and until they ask for the general ones again; else the
 * general ones (as they were when first used) and those beside the codebook about to be applied, without one those last used.
 */
export function chooseRules(
  store: Store,
  { rules: path, codebook }: { readonly rules?: string | undefined; readonly codebook?: string | undefined },
): ChosenRules {
  const study = studyRules(store, codebook);
  if (path === GENERAL_AGAIN) return { rules: loadRules(undefined), study, isNamed: false };
  if (path !== undefined) return { rules: loadRules(path), study, isNamed: true };
  const saved = readContent(store, getSetting(store, 'rules') ?? '');
  const rules = saved ? parseRules(saved.name, saved.text) : loadRules(undefined);
  return { rules, study, isNamed: areNamed(store, rules) };
}

/** Checks the rules that `--rules` names, before anything is written. */
export function checkRules(path: string | undefined): void {
  if (path !== undefined && path !== GENERAL_AGAIN) loadRules(path);
}

/** Returns all rules in force as one, and what reports call them. */
export function rulesInForce({ rules, study, isNamed }: ChosenRules): {
  readonly rules: ScreeningRules;
  readonly name: string;
} {
  if (isNamed || !study) return { rules: rules.rules, name: rules.name };
  return { rules: withStudyRules(rules.rules, study.rules), name: `${rules.name} + ${study.name}` };
}

/** The rules beside a codebook, else those last used. */
function studyRules(store: Store, codebook: string | undefined): LoadedRules<StudyRules> | null {
  if (codebook !== undefined) return codebook === NO_CODEBOOK ? null : loadStudyRules(codebook);
  const saved = readContent(store, getSetting(store, 'study-rules') ?? '');
  return saved ? parseStudyRules(saved.name, saved.text) : null;
}

function areNamed(store: Store, rules: LoadedRules): boolean {
  const setting = getSetting(store, 'rules-choice') ?? getSetting(store, 'study-rules');
  // Projects of earlier versions have no such setting: the name of their rules says whether people chose them.
  return setting === NAMED || (setting === undefined && rules.name !== GENERAL);
}

/** Keeps the rules as those in force, and returns the hashes of those that apply for the run. */
export function saveRules(
  store: Store,
  { rules, study, isNamed }: ChosenRules,
): { readonly rules: string; readonly studyRules?: string } {
  const hash = saveContent(store, 'rules', rules.name, rules.text);
  setSetting(store, 'rules', hash);
  setSetting(store, 'rules-choice', isNamed ? NAMED : NOT_NAMED);
  if (!study) {
    setSetting(store, 'study-rules', NONE);
    return { rules: hash };
  }
  const studyHash = saveContent(store, 'rules', study.name, study.text);
  setSetting(store, 'study-rules', studyHash);
  return isNamed ? { rules: hash } : { rules: hash, studyRules: studyHash };
}
