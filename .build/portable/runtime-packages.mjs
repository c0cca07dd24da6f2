import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What packages ask for and the program never loads, with the reason. */
const NOT_LOADED = {
  // Of natural two files are used, which need underscore alone; the rest is stores for classifiers and English word lists.
  natural: (name) => name !== 'underscore',
  // They fetch or compile the addons, which are there.
  nodejieba: () => true,
  'better-sqlite3': (name) => name === 'prebuild-install',
  // A canvas to draw pages on: only their text is read.
  'pdfjs-dist': () => true,
  docx: (name) => name.startsWith('@types/'),
  zhagen: (name) => name === '@mapbox/node-pre-gyp',
};

/** The folders of the packages that the program at a folder runs with, sorted; dependencies of dependencies among them. */
export function runtimePackages(root) {
  const found = new Set();
  visit(root, [root]);
  return [...found].sort();

  /** @param folders where Node looks for what a package asks for, the nearest first */
  function visit(folder, folders) {
    const { name, dependencies, optionalDependencies, peerDependencies } = readManifest(folder);
    const isOptional = { ...optionalDependencies, ...peerDependencies };
    for (const asked of Object.keys({ ...isOptional, ...dependencies })) {
      if (NOT_LOADED[name]?.(asked)) continue;
      const at = folders.map((one) => join(one, 'node_modules', asked)).find(existsSync);
      // Optional ones are those of other systems.
      if (at === undefined && asked in isOptional) continue;
      if (at === undefined) throw new Error(`${asked}, which ${name} needs, is not installed.`);
      if (found.has(at)) continue;
      found.add(at);
      visit(at, [at, ...folders]);
    }
  }
}

/** What package.json of a folder says. */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
