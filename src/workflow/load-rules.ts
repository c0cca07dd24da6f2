import { fileURLToPath } from 'node:url';
import { readYaml } from '../formats/yaml.js';
import { type ScreeningRules, screeningRulesSchema } from '../model/screening-rules.js';
import { readTextFile } from './read-text-file.js';

/** The screening rules that apply until a project names its own. */
const DEFAULT_RULES = fileURLToPath(new URL('screening-rules.yaml', import.meta.url));

/** Screening rules with the text they were read from, which the run keeps. */
export interface LoadedRules {
  readonly name: string;
  readonly text: string;
  readonly rules: ScreeningRules;
}

/** Reads and checks the rules of a file, or the shipped ones. */
export function loadRules(path: string | undefined): LoadedRules {
  return parseRules(path ?? 'screening-rules.yaml', readTextFile(path ?? DEFAULT_RULES));
}

/** Checks rules that were read before. */
export function parseRules(name: string, text: string): LoadedRules {
  return { name, text, rules: readYaml(text, name, screeningRulesSchema, 'screen/bad-rules') };
}
