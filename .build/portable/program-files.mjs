import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readManifest } from './runtime-packages.mjs';

/** A licence is kept whatever the name of its file. */
export const LICENCE = /(^|[/\\])(licen[cs]e|copying|notice|third_party)/i;

/** Files that only developers read: types, maps, sources of addons, what compilers left, and pages about the package. */
const FOR_DEVELOPERS = /\.(map|[cm]?ts|tsx|md|markdown|c|cc|cpp|h|hpp|gypi?|mk|o|a|d|tsbuildinfo)$/i;

/** Folders of packages that the program does not run with; paths from the folder of the package. */
const UNUSED = {
  'better-sqlite3': /^(deps|src)\/|^build\/(?!Release\/better_sqlite3\.node$)/,
  nodejieba:
    /^(test|node_modules)\/|^build\/(?!Release\/nodejieba\.node$)|^submodules\/cppjieba\/(deps|test)\//,
  'pdfjs-dist':
    /^(build|web|image_decoders)\/|^legacy\/(web|image_decoders)\/|^legacy\/build\/.*(\.min\.|sandbox)/,
  'opencc-js': /^dist\/esm/,
  docx: /^node_modules\/@types\//,
};

/** The paths of all files that the program at a folder consists of, its packages included, sorted. */
export function programFiles(root, packages) {
  const { files } = readManifest(root);
  const own = readdirSync(root).filter((name) => files.some((pattern) => matches(name, pattern)));
  return [
    'package.json',
    'LICENSE',
    ...own.flatMap((name) => filesUnder(root, name)).filter((path) => !/\.(d\.ts|map)$/.test(path)),
    ...packages.flatMap((folder) => packageFiles(root, folder)),
  ].sort();
}

function packageFiles(root, folder) {
  const unused = UNUSED[readManifest(folder).name];
  return filesUnder(root, relative(root, folder)).filter((path) => {
    const within = relative(folder, join(root, path)).replaceAll('\\', '/');
    // Packages inside are on the list themselves where they are needed.
    if (within.startsWith('node_modules/') || unused?.test(within)) return false;
    return LICENCE.test(within) || !FOR_DEVELOPERS.test(within);
  });
}

function filesUnder(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(root, join(path, name)));
}

/** Whether a name is what an entry of `files` in package.json means, which here has stars alone. */
function matches(name, pattern) {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name);
}
