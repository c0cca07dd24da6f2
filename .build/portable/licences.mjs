import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LICENCE } from './program-files.mjs';
import { readManifest } from './runtime-packages.mjs';

/** Where the licence of Node lies beside its binary: in archives for Windows and others, and in packages of systems. */
const OF_NODE = ['LICENSE', '../LICENSE', '../share/doc/nodejs/LICENSE', '../share/doc/node/LICENSE'];

/** The file with the licence of Node. */
export function nodeLicence(binary) {
  const found = OF_NODE.map((path) => join(dirname(binary), path)).find(existsSync);
  if (found === undefined)
    throw new Error(`The licence of Node is not beside ${binary}; use a Node from nodejs.org, which has it.`);
  return found;
}

/** Writes which licence each part of the folder is under, which of its files has the text, and where its sources are. */
export function writeLicences(packages, target) {
  const parts = packages.map((folder) => {
    const { name, version, license, repository, homepage } = readManifest(folder);
    const file = readdirSync(folder).find((entry) => LICENCE.test(entry));
    const place = `program/${folder.replaceAll('\\', '/')}/`;
    const sources = repository?.url ?? repository ?? homepage ?? '';
    return `${name} ${version}: ${license} (${place}${file ?? 'package.json'}) ${sources}`.trim();
  });
  writeFileSync(
    target,
    [
      'zhagen: MIT (program/LICENSE)',
      'Node.js and what is joined into it: node/LICENSE',
      'Packages joined into the program: program/dist/third-party-notices.txt',
      'Packages joined into the page: program/dist/third-party-notices-page.txt',
      ...parts,
      '',
    ].join('\n'),
  );
}
