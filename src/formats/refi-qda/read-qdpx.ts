import { basename } from 'node:path';
import { UserError } from '../../errors.js';
import type { QdaText } from '../../model/qda-project.js';
import { decodeText } from '../decode-text.js';
import { decodeXml } from '../decode-xml.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { openZip, type PackedFile } from '../zip.js';
import { type ReadProject, readProject } from './read-project.js';

/** The archive of a project, and how the texts of its sources and notes are read. */
export interface OpenedProject extends ReadProject {
  /** The text of a source, its line ends as they are; null where the archive has none. */
  readonly textOf: (source: QdaText) => string | null;
}

/**
 * Opens a `.qdpx`. Only what is in the archive is read: a path to anything outside it is a source without text.
 * @throws UserError import/corrupt-file, import/encrypted-file, import/unsafe-archive, import/over-limit
 */
export async function readQdpx(bytes: Uint8Array, path: string): Promise<OpenedProject> {
  const files = openZip(path, bytes, DEFAULT_LIMITS, (name) => /\.(?:qde|txt)$/i.test(name));
  const root = rootOf(files, path);
  const byPath = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  const byName = new Map(files.map((file) => [basename(file.name).toLowerCase(), file]));
  const bytesOfRoot = root.read();
  const limit = 'documentBytes';
  const allowed = DEFAULT_LIMITS[limit];
  if (bytesOfRoot.length > allowed) throw new UserError('import/over-limit', { path, limit, allowed });
  const read = await readProject(decodeXml(bytesOfRoot, path, root.name), path);
  return {
    ...read,
    textOf: (source) => {
      if (source.content !== null) return source.content;
      const names = [...namesOf(source.path ?? ''), `${source.guid}.txt`];
      const file = names.flatMap((name) => byPath.get(name) ?? byName.get(basename(name)) ?? [])[0];
      return file ? decodeText(file.read(), `${path}/${file.name}`).text : null;
    },
  };
}

/** The project in an archive: the only one, whatever it is called, or the one that is called as it should be. */
function rootOf(files: readonly PackedFile[], path: string): PackedFile {
  const all = files.filter(({ name }) => /\.qde$/i.test(name));
  const top = all.filter(({ name }) => !name.includes('/'));
  const roots = top.length > 0 ? top : all;
  const named = roots.filter(({ name }) => basename(name).toLowerCase() === 'project.qde');
  const [root, ...more] = named.length > 0 ? named : roots;
  if (root && more.length === 0) return root;
  const parts = roots.map(({ name }) => name).join(', ');
  throw new UserError('import/corrupt-file', {
    path,
    format: 'REFI-QDA',
    problem: root ? { kind: 'several-parts', parts } : { kind: 'missing-part', part: 'project.qde' },
  });
}

/** Where the text of a source may be, as programs write it: with or without prefix and folder. */
function namesOf(path: string): string[] {
  const plain = path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:internal|relative):\/+/i, '')
    .toLowerCase();
  if (plain === '' || /^(?:absolute|file|https?):/.test(plain)) return [];
  return [`sources/${plain}`, plain];
}
