import { basename } from 'node:path';
import { UserError } from '../../errors.js';
import type { QdaText } from '../../model/qda-project.js';
import { decodeText } from '../decode-text.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { openZip } from '../zip.js';
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
  const roots = files.filter(({ name }) => /\.qde$/i.test(name));
  const root = roots.find(({ name }) => !name.includes('/')) ?? roots[0];
  if (!root)
    throw new UserError('import/corrupt-file', {
      path,
      format: 'REFI-QDA',
      problem: { kind: 'missing-part', part: 'project.qde' },
    });
  const byPath = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  const byName = new Map(files.map((file) => [basename(file.name).toLowerCase(), file]));
  const read = await readProject(decodeText(root.read(), path, 'utf-8').text, path);
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
