import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { zipSync } from 'fflate';

/** One time for all files, the first that a zip knows: the same folder gives the same archive. */
const TIME = new Date(1980, 0, 1);

/** What keeps the names of this machine's users out of a tar: the options of GNU and of BSD. */
const NOBODY = {
  linux: ['--owner=0', '--group=0', '--numeric-owner'],
  darwin: ['--uid', '0', '--gid', '0', '--uname', '', '--gname', ''],
};

/** Packs a folder beside itself, as its system unpacks it by a double click: zip on Windows, tar.gz elsewhere. @returns its path */
export async function packFolder(folder, platform) {
  const paths = filesUnder(dirname(folder), basename(folder)).sort();
  if (platform === 'win32') return packZip(folder, paths);
  for (const path of paths) utimesSync(join(dirname(folder), path), TIME, TIME);
  const target = `${folder}.tar.gz`;
  const tar = spawn(
    'tar',
    ['--format=ustar', ...NOBODY[platform], '-C', dirname(folder), '-cf', '-', '-T', '-'],
    // BSD tar on macOS would add files with what only macOS knows of each.
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, COPYFILE_DISABLE: '1' } },
  );
  tar.stdin.end(`${paths.join('\n')}\n`);
  const ended = once(tar, 'exit');
  await pipeline(tar.stdout, createGzip({ level: 9 }), createWriteStream(target));
  const [code] = await ended;
  if (code !== 0) throw new Error(`tar ended with ${code}.`);
  return target;
}

function packZip(folder, paths) {
  const entries = paths.map((path) => [path, readFileSync(join(dirname(folder), path))]);
  writeFileSync(`${folder}.zip`, zipSync(Object.fromEntries(entries), { mtime: TIME, level: 9 }));
  return `${folder}.zip`;
}

/** The files under a path, as paths from the folder with slashes. */
function filesUnder(folder, path) {
  if (!statSync(join(folder, path)).isDirectory()) return [path];
  return readdirSync(join(folder, path)).flatMap((name) => filesUnder(folder, `${path}/${name}`));
}
