import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/formats/limits.js';
import { packZip } from '../../../src/formats/pack-zip.js';
import type { Context } from '../../../src/project/context.js';
import { openStore } from '../../../src/store/open.js';
import { importQdaProject } from '../../../src/workflow/import-qda-project.js';
import { readZip } from '../../formats/read-zip.js';
import { contextOf, makeFolder } from '../project.js';

/** The files of an archive by their names. */
export type Files = Map<string, string>;

/** Changes the files, or returns another root. */
export type Change = (files: Files, qde: string) => unknown;

/** Writes a project again as another program would leave it. */
export async function rewrite(bytes: Uint8Array, change: Change): Promise<string> {
  const parts = await readZip('project.qdpx', bytes, DEFAULT_LIMITS);
  const files: Files = new Map(
    parts.map((part) => [part.name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(part.bytes)]),
  );
  const qde = change(files, files.get('project.qde') ?? '');
  if (typeof qde === 'string') files.set('project.qde', qde);
  return packQdpx(files);
}

/** Packs files as they are, and returns the path of the archive. */
async function packQdpx(files: Iterable<readonly [string, string]>): Promise<string> {
  const path = join(makeFolder().path, 'project.qdpx');
  const parts = [...files].map(([name, text]) => ({ path: name, pieces: [text] }));
  writeFileSync(path, await buffer(packZip(parts)));
  return path;
}

/** A project without anything in it. */
export function freshProject(): Context {
  const store = openStore(join(makeFolder().path, 'fresh.db'), { mode: 'create' });
  onTestFinished(() => store.close());
  return contextOf(store);
}

/** Imports a project; who is not named is 乙. */
export const take = (context: Context, path: string, dryRun = false) =>
  importQdaProject(context, { path, coder: '乙', dryRun });
