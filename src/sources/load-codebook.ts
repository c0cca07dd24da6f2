import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';
import { readCodebookCsv } from '../formats/codebook-csv.js';
import { readYaml, readYamlLines } from '../formats/yaml.js';
import { type Codebook, codebookSchema } from '../model/codebook.js';
import { type Framework, frameworkOf } from '../model/framework.js';
import { PROGRAM } from '../paths.js';
import { checkCodebook } from '../stages/code/check-codebook.js';
import { codebookInTextForm } from '../stages/code/codebook-text-form.js';
import { compareByCodePoint } from '../text/code-points.js';
import { type TextForm, toTextForm } from '../text/text-form.js';
import { builtContent } from './built-contents.js';
import { readTextFile } from './read-text-file.js';

const SHIPPED = fileURLToPath(new URL('../codebooks/', PROGRAM));
const EXTENSION = '.yaml';
/** Rules of a study lie beside its codebook. */
const RULES = '.rules.yaml';

/** How many codebooks a process remembers by their text: every table asks for its own, and parsing takes longer. */
const REMEMBERED = 8;
const parsed = new Map<string, LoadedCodebook & { readonly form: TextForm }>();

/** A codebook ready to code with, and the text it was read from, which the run keeps. */
export interface LoadedCodebook {
  readonly name: string;
  readonly text: string;
  readonly framework: Framework;
}

/** The names of the codebooks that come with zhagen. */
export function shippedCodebooks(): string[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith(EXTENSION) && !name.endsWith(RULES))
    .map((name) => basename(name, EXTENSION))
    .sort(compareByCodePoint);
}

/**
 * Reads and checks a codebook: a file (YAML or CSV), or the name of a shipped one.
 * @param form of the texts it is applied to
 */
export function loadCodebook(nameOrFile: string, form: TextForm = toTextForm): LoadedCodebook {
  return parseCodebook(...textOf(nameOrFile), form);
}

/** A codebook as it stands, sound or not, and where in its file a place such as `codes[3].parent` is. */
export interface ReadCodebook {
  readonly name: string;
  readonly codebook: Codebook;
  readonly at: (place: string) => string;
}

/** Reads a codebook as it stands, sound or not. */
export function readCodebook(nameOrFile: string): ReadCodebook {
  const [name, text] = textOf(nameOrFile);
  if (name.endsWith('.csv')) return { name, codebook: readCodebookCsv(text, name), at: () => name };
  const { content, lineOf } = readYamlLines(text, name, codebookSchema, 'code/bad-codebook');
  const keysOf = (place: string) =>
    place.split(/[.[\]]+/).flatMap((key) => (key === '' ? [] : [/^\d+$/.test(key) ? Number(key) : key]));
  return { name, codebook: content, at: (place) => `${name}:${lineOf(keysOf(place))}` };
}

/** Checks a codebook that was read before; one that was asked for a moment ago is not parsed again. */
export function parseCodebook(name: string, text: string, form: TextForm = toTextForm): LoadedCodebook {
  const known = parsed.get(text);
  if (known?.name === name && known.form === form) return known;
  const codebook = decodeCodebook(name, text);
  const [fault] = checkCodebook(codebook, form);
  if (fault) throw new UserError('code/bad-codebook', { path: name, ...fault });
  const loaded = { name, text, framework: frameworkOf(codebookInTextForm(codebook, form)), form };
  if (parsed.size >= REMEMBERED) parsed.clear();
  parsed.set(text, loaded);
  return loaded;
}

/** The file of a codebook: of a shipped one by its name, else the file given. */
export function codebookPath(nameOrFile: string): string {
  return shippedCodebooks().includes(nameOrFile) ? join(SHIPPED, `${nameOrFile}${EXTENSION}`) : nameOrFile;
}

function textOf(nameOrFile: string): [name: string, text: string] {
  const path = codebookPath(nameOrFile);
  if (!existsSync(path)) {
    throw new UserError('code/unknown-codebook', { name: nameOrFile, known: shippedCodebooks().join(', ') });
  }
  return [basename(path), readTextFile(path)];
}

function decodeCodebook(name: string, text: string): Codebook {
  if (name.endsWith('.csv')) return readCodebookCsv(text, name);
  return builtContent('codebook', text) ?? readYaml(text, name, codebookSchema, 'code/bad-codebook');
}
