// After the build: a folder that runs where Node.js is not installed, and its archive. It is made for the system that it is
// made on: Node's own binary and the addons fit no other. See docs/portable.md.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packFolder } from './portable/archive.mjs';
import { nodeLicence, writeLicences } from './portable/licences.mjs';
import { programFiles } from './portable/program-files.mjs';
import { runtimePackages } from './portable/runtime-packages.mjs';

/** How each system is started by a double click: the template, and what it is called in the folder. */
const STARTS = {
  linux: [
    ['start.sh', 'zhagen.sh'],
    ['zhagen.desktop', 'zhagen.desktop'],
  ],
  darwin: [['start.sh', 'zhagen.command']],
  win32: [['start.cmd', 'zhagen.cmd']],
};

const { platform, arch, execPath } = process;
const starts = STARTS[platform];
if (starts === undefined) throw new Error(`No start script is written for ${platform}.`);

if (process.config.variables.node_shared)
  throw new Error('The Node of this system is split over libraries; use one from nodejs.org.');

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const target = resolve(process.argv[2] ?? 'portable', `${name}-${version}-${platform}-${arch}`);
rmSync(target, { recursive: true, force: true });

const packages = runtimePackages('.');
for (const path of programFiles('.', packages)) copyInto(path, join(target, 'program', path));

const node = join(target, 'node', platform === 'win32' ? 'node.exe' : 'node');
copyInto(execPath, node);
copyInto(nodeLicence(execPath), join(target, 'node', 'LICENSE'));
writeLicences(packages, join(target, 'LICENSES.txt'));

for (const [template, called] of starts) {
  const text = readFileSync(new URL(`portable/${template}`, import.meta.url), 'utf8');
  // cmd.exe misreads labels and blocks of scripts with bare line feeds.
  writeFileSync(join(target, called), platform === 'win32' ? text.replaceAll('\n', '\r\n') : text);
  chmodSync(join(target, called), 0o755);
}
copyInto('.build/portable/README.txt', join(target, 'README.txt'));
chmodSync(node, 0o755);

process.stdout.write(`${target}\n${await packFolder(target, platform)}\n`);

function copyInto(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
