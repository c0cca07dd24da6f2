import { UserError } from '../errors.js';
import type { LongText } from '../model/case-record.js';
import { openCaseReader, type UnreadPart } from '../sources/read-case-file.js';
import { type ReadySlice, readSlice, wholeFiles } from '../sources/read-share.js';
import { formatOf } from '../sources/stream-case-file.js';
import { STANDARD_INPUT } from '../sources/text-lines.js';
import { openCleaning } from '../stages/normalize/normalize-text.js';
import { readPlainText, readStandardInput } from './plain-text.js';

/** The texts that a filter reads, and how. */
export interface TextsOfFiles {
  /** Files and folders, or `-` for standard input. */
  readonly files: readonly string[];
  /** What is read of the files, where it is not all of them. */
  readonly slices?: readonly ReadySlice[] | undefined;
  /** Cleans the texts first; otherwise they are taken as they are, one paragraph a line. */
  readonly clean: boolean;
  /** Told, once all are read, what of the files was not read. */
  readonly onUnread?: ((parts: readonly UnreadPart[]) => void) | undefined;
}

/** Files that are read as import reads them; any other file is taken as plain text. */
const CASE_FORMAT = /^(?:jsonl?|csv|tsv|docx?|pdf|html?|mht(?:ml)?|xls[xm]?|ods|zip)$/;

/** Each text chunk by chunk, since it may be larger than memory; it is to be read before the next one. */
export async function* textsOfFiles(options: TextsOfFiles): AsyncGenerator<AsyncIterable<string>> {
  for await (const text of rawTextsOf(options)) yield options.clean ? cleaned(text) : text;
}

async function* rawTextsOf({
  files,
  slices = wholeFiles(files.filter((file) => file !== STANDARD_INPUT)),
  onUnread,
}: TextsOfFiles): AsyncGenerator<AsyncIterable<string>> {
  const reader = openCaseReader({});
  try {
    if (files.includes(STANDARD_INPUT)) yield readStandardInput(STANDARD_INPUT);
    for (const slice of slices) {
      const { path, source, isLink } = slice.found;
      if (isLink) throw new UserError('import/symbolic-link', { path: source });
      if (!CASE_FORMAT.test(formatOf(source))) yield readPlainText(path);
      else {
        // Messages call a file as its user does.
        const named = { ...slice, found: { path, source: path } };
        for await (const { record } of readSlice(reader, named)) yield chunksOf(record.text);
      }
    }
    onUnread?.(reader.unread());
  } finally {
    reader.close();
  }
}

async function* chunksOf(text: string | LongText): AsyncGenerator<string> {
  if (typeof text === 'string') yield text;
  else for await (const piece of text.pieces()) yield piece.text;
}

async function* cleaned(text: AsyncIterable<string>): AsyncGenerator<string> {
  const { add, end } = openCleaning();
  for await (const chunk of text) for (const section of add(chunk)) yield section.normalized.text;
  yield end().normalized.text;
}
