import type { CodedText } from '../model/coded-text.js';
import { isDocument } from '../sources/read-case-file.js';
import type { ReadCase } from '../sources/stream-case-file.js';
import { openCaseBuilder } from '../stages/import/build-cases.js';
import { caseId } from '../stages/import/case-id.js';
import { readCountedText, readWhole } from '../stages/normalize/read-counted-text.js';
import { compareByCodePoint } from '../text/code-points.js';

/** A case as a project would have it, without being in one. */
export interface CountedCase extends CodedText {
  readonly title: string;
}

/**
 * Makes what turns cases as they are read, one after the other, into what an import into a new project without any option
 * would make of them. They may be some of those that the files of the given sources (in code point order) hold: what files
 * before them are called is known by their sources.
 * @throws UserError import/empty-file, import/empty-row, import/duplicate-id, import/reserved-value
 */
export function openCountedCases(sources: readonly string[]): (one: ReadCase) => Promise<CountedCase> {
  const firstOfId = new Map<string, string>();
  for (const source of sources.filter(isDocument)) {
    const id = caseId({ source });
    if (!firstOfId.has(id)) firstOfId.set(id, source);
  }
  let current = '';
  const builder = openCaseBuilder(null, sources, {
    batch: '1',
    sourceBefore: (id) => {
      const first = firstOfId.get(id);
      return first !== undefined && compareByCodePoint(first, current) < 0 ? first : undefined;
    },
  });
  return async ({ record }) => {
    current = record.source;
    const { id, title, version } = builder.build(record);
    return { caseId: id, title, version, ...readCountedText(await readWhole(record)) };
  };
}
