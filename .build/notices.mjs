// The licences of the packages that are joined into the program, as they ask to be carried with every copy.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^licen[cs]e/i;

/** Writes to a file the name, version and licence of each package that one of the modules is of. */
export function writeNotices(modules, target) {
  const folders = modules.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const notices = [...new Set(folders)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => LICENCE.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence to be carried`);
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(target, notices.join(`\n${'-'.repeat(80)}\n\n`));
}
