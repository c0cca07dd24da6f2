import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.js';
import { PROGRAM } from '../../paths.js';

/** The package as it is; its types say what it can do. */
export type Jieba = typeof import('nodejieba');

const require = createRequire(import.meta.url);
const FILES = {
  dict: 'jieba.dict.utf8',
  hmmDict: 'hmm_model.utf8',
  userDict: 'user.dict.utf8',
  idfDict: 'idf.utf8',
  stopWordDict: 'stop_words.utf8',
};
type FileName = keyof typeof FILES;

/** Instead of jieba's document frequencies: only its extraction asks for them, and they take a fifth of its load. */
const NO_IDF = fileURLToPath(new URL('stages/segment/no-idf.txt', PROGRAM));

/**
 * The package, loaded again: each time it has a dictionary of its own, which is not filled yet.
 * @throws UserError segment/addon-missing
 */
export function requireJieba(): Jieba {
  try {
    const folder = join(dirname(require.resolve('nodejieba')), '/');
    for (const path of Object.keys(require.cache)) {
      if (path.startsWith(folder)) delete require.cache[path];
    }
    return require('nodejieba');
  } catch (error) {
    throw addonMissing(error);
  }
}

/**
 * Has jieba read its dictionary, in the place of the one that it has and of all words that it was taught.
 * @throws UserError segment/addon-missing
 */
export function loadDictionary(jieba: Jieba): void {
  const paths = Object.keys(FILES).map((name) => [name, pathOf(name as FileName)]);
  try {
    const files = { ...Object.fromEntries(paths), idfDict: NO_IDF };
    if (process.platform === 'win32') loadFromWithin(jieba, files);
    else jieba.load(files);
  } catch (error) {
    throw addonMissing(error);
  }
}

/**
 * The bytes of a file that jieba ships.
 * @throws UserError segment/addon-missing
 */
export function readJiebaFile(name: FileName): Buffer {
  return readFileSync(pathOf(name));
}

/**
 * Has jieba open its files by their paths from its folder. On Windows it opens them by the code page of the system, which does
 * not have all characters that names of folders have, and ends the process when a file does not open.
 */
function loadFromWithin(jieba: Jieba, files: Readonly<Record<string, string>>): void {
  const before = process.cwd();
  const folder = dictionaryFolder();
  const fromThere = Object.entries(files).map(([name, path]) => [name, relative(folder, path)]);
  process.chdir(folder);
  try {
    jieba.load(Object.fromEntries(fromThere));
  } finally {
    process.chdir(before);
  }
}

/** Checked before jieba sees it, since a missing file ends the process. */
function pathOf(name: FileName): string {
  const path = join(dictionaryFolder(), FILES[name]);
  if (!existsSync(path)) throw addonMissing(new Error(`no ${FILES[name]} in its dictionary folder`));
  return path;
}

function dictionaryFolder(): string {
  return join(dirname(require.resolve('nodejieba')), 'submodules/cppjieba/dict');
}

function addonMissing(error: unknown): UserError {
  const problem = error instanceof Error ? (error.message.split('\n')[0] as string) : String(error);
  return new UserError('segment/addon-missing', { addon: 'nodejieba', problem });
}
