import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../formats/yaml.js';
import {
  type ScreeningRules,
  type StudyRules,
  screeningRulesSchema,
  studyRulesSchema,
} from '../model/screening-rules.js';
import { PROGRAM } from '../paths.js';
import { builtContent } from './built-contents.js';
import { codebookPath } from './load-codebook.js';
import { readTextFile } from './read-text-file.js';

/** The name of the general screening rules, which apply until a project names its own. */
export const GENERAL = 'screening-rules.yaml';

const GENERAL_RULES = fileURLToPath(new URL(`sources/${GENERAL}`, PROGRAM));

/** Rules with the text they were read from, which the run keeps. */
export interface LoadedRules<Rules = ScreeningRules> {
  readonly name: string;
  readonly text: string;
  readonly rules: Rules;
}

/** Reads and checks the rules of a file, or the general ones. */
export function loadRules(path: string | undefined): LoadedRules {
  return parseRules(path ?? GENERAL, readTextFile(path ?? GENERAL_RULES));
}

/** Checks rules that were read before. */
export function parseRules(name: string, text: string): LoadedRules {
  const read = () => readYaml(text, name, screeningRulesSchema, 'screen/bad-rules');
  return { name, text, rules: builtContent('rules', text) ?? read() };
}

/** Reads and checks the rules of the study beside its codebook, `my.rules.yaml` for `my.yaml`; null where there are none. */
export function loadStudyRules(codebook: string): LoadedRules<StudyRules> | null {
  const path = codebookPath(codebook);
  const beside = `${path.slice(0, path.length - extname(path).length)}.rules.yaml`;
  return existsSync(beside) ? parseStudyRules(basename(beside), readTextFile(beside)) : null;
}

/** Checks rules of a study that were read before. */
export function parseStudyRules(name: string, text: string): LoadedRules<StudyRules> {
  const read = () => readYaml(text, name, studyRulesSchema, 'screen/bad-rules');
  return { name, text, rules: builtContent('study-rules', text) ?? read() };
}
