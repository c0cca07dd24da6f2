/**
 * Everything that can be wrong inside a file, by kind, with what its sentence must name. The sentences are in
 * `messages/problems-*.ts`, so that a kind without one in each language does not compile.
 */
export interface ProblemParams {
  // A record or setting against its schema
  'missing-field': Record<never, never>;
  'wrong-type': { expected: string };
  'unknown-fields': { fields: string };
  'not-one-of': { allowed: string };
  'too-small': { least: number; unit: SizeUnit };
  'too-large': { most: number; unit: SizeUnit };
  'wrong-form': Record<never, never>;
  'half-surrogate': Record<never, never>;
  'too-deep': { most: number };
  'agreement-needs': Record<never, never>;
  'empty-part': Record<never, never>;
  // JSON, CSV and YAML
  json: { position: number | null };
  'open-quote': Record<never, never>;
  'stray-quote': Record<never, never>;
  'other-cells': { cells: number; columns: number };
  'csv-syntax': Record<never, never>;
  indentation: Record<never, never>;
  'doubled-key': Record<never, never>;
  'missing-mark': Record<never, never>;
  'too-many-aliases': Record<never, never>;
  'yaml-syntax': Record<never, never>;
  // Documents and archives
  'cut-off': Record<never, never>;
  damaged: { part: string };
  'damaged-content': Record<never, never>;
  'zip-directory': Record<never, never>;
  zip64: Record<never, never>;
  checksum: { part: string };
  'no-header': { header: string };
  'missing-part': { part: string };
  'several-parts': { parts: string };
  'part-encoding': { part: string; encoding: string };
  'document-type': Record<never, never>;
  unclosed: { element: string; line: number };
  'no-web-page': Record<never, never>;
  'not-a-workbook': Record<never, never>;
  'wrong-root': { root: string; wanted: string };
  unnamed: { element: string };
  'no-codes': Record<never, never>;
  'nested-archive': Record<never, never>;
  link: Record<never, never>;
  'outside-archive': Record<never, never>;
  'doubled-name': Record<never, never>;
  'compression-method': { method: number };
  // Tables
  'not-a-column': { path: string };
  'columns-found': { columns: string };
  'not-a-number': { cell: string };
  'not-json': { item: string };
  'not-a-table': { id: string };
  'cell-too-long': { most: number };
  // Codebooks
  'doubled-id': { id: string; other: string };
  'reserved-id': { id: string };
  'no-such-level': { level: string };
  'no-such-code': { id: string; codebook?: string };
  'needs-parent': Record<never, never>;
  circle: { parent: string; id: string };
  'not-above': { parent: string };
  'one-character': { term: string };
  'no-character': Record<never, never>;
  'owned-term': { term: string; owner: string };
  'weak-without-term': { term: string };
  'never-holds': { because: 'empty' | 'forbidden' };
  'never-reached': { before: string };
}

/** What a size is counted in. */
export type SizeUnit = 'characters' | 'items' | 'number';

export type ProblemKind = keyof ProblemParams;

/** One thing that is wrong inside a file, as data. */
export type Problem = { [K in ProblemKind]: { readonly kind: K } & Readonly<ProblemParams[K]> }[ProblemKind];

/** What can be wrong with a line of a word list. */
export type WordListFault =
  | 'not-utf8'
  | 'no-word'
  | 'other-pos'
  | 'too-short'
  | 'too-long'
  | 'blank-inside'
  | 'control'
  | 'bad-frequency'
  | 'bad-pos';
