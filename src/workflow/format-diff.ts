import { writeCsv, writeCsvRows } from '../formats/csv.js';
import type { Language } from '../model/language.js';
import { type LabelledChanges, labelChanges } from '../report/label-diff.js';
import { writeMarkdownTable } from '../text/markdown-table.js';
import type { TagDiff } from './diff-tag.js';

/** What changed since a tag, with heads and names in one language. */
export function labelledDiff({ changes }: Pick<TagDiff, 'changes'>, language: Language): LabelledChanges {
  return labelChanges(changes, language);
}

/** What changed since a tag as a file: CSV for Excel, or Markdown. */
export function formatDiff(diff: Pick<TagDiff, 'changes'>, format: 'csv' | 'md', language: Language): string {
  const { header, cells, numeric } = labelledDiff(diff, language);
  return format === 'csv'
    ? writeCsv(header, []) + writeCsvRows(cells)
    : writeMarkdownTable(header, cells, numeric);
}
