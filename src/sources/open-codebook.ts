import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { UserError } from '../errors.js';
import { writeCodebookYaml } from '../formats/codebook-yaml.js';
import type { Codebook } from '../model/codebook.js';
import { type TextForm, toTextForm } from '../text/text-form.js';
import {
  type LoadedCodebook,
  loadCodebook,
  parseCodebook,
  type ReadCodebook,
  readCodebook,
  shippedCodebooks,
} from './load-codebook.js';
import { readBytes } from './read-bytes.js';
import { readXmlFile } from './read-xml-file.js';

/** The readers of the formats that are no text of ours; what they make is kept as YAML. Each is loaded when first used. */
const READERS: Readonly<Record<string, (path: string, name: string) => Promise<Codebook>>> = {
  '.qdc': async (path, name) =>
    (await import('../formats/refi-qda/read-codebook.js')).readQdc(readXmlFile(path), name),
  '.qdpx': async (_path, name) => {
    throw new UserError('code/is-project', { path: name });
  },
  '.xlsx': async (path, name) =>
    (await import('../formats/codebook-xlsx.js')).readCodebookXlsx(name, readBytes(path)),
};

/**
 * Reads and checks a codebook in whatever format: a file, or the name of a shipped one.
 * @param form of the texts it is applied to
 */
export async function openCodebook(nameOrFile: string, form: TextForm = toTextForm): Promise<LoadedCodebook> {
  const read = readerOf(nameOrFile);
  if (read === undefined) return loadCodebook(nameOrFile, form);
  const name = basename(nameOrFile);
  return parseCodebook(name, writeCodebookYaml(await read(nameOrFile, name)), form);
}

/** Reads a codebook in whatever format as it stands, sound or not. */
export async function readAnyCodebook(nameOrFile: string): Promise<ReadCodebook> {
  const read = readerOf(nameOrFile);
  if (read === undefined) return readCodebook(nameOrFile);
  const name = basename(nameOrFile);
  return { name, codebook: await read(nameOrFile, name), at: () => name };
}

function readerOf(nameOrFile: string) {
  const isFile = !shippedCodebooks().includes(nameOrFile) && existsSync(nameOrFile);
  return isFile ? READERS[extname(nameOrFile).toLowerCase()] : undefined;
}
