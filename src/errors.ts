/**
 * Every mistake a user can make, by `room/problem`, with what its message must name. The wording lives with
 * the languages (`messages/`), so that adding a code here without a message does not compile. One list, however long,
 * because that keeps each code unique.
 */
export interface ErrorParams {
  'import/missing-path': { path: string };
  'import/nothing-to-import': { path: string };
  'import/empty-file': { path: string };
  'import/empty-row': { path: string };
  'import/binary-file': { path: string };
  'import/not-utf8': { path: string; offset: number };
  'import/unknown-encoding': { encoding: string; known: string };
  'import/wrong-encoding': { path: string; encoding: string; offset: number };
  'import/unclear-encoding': { path: string; known: string };
  'import/corrupt-file': { path: string; format: string; problem: Problem };
  'import/encrypted-file': { path: string };
  'import/old-word': { path: string };
  'import/over-limit': { path: string; limit: string; allowed: number };
  'import/unknown-format': { path: string; extension: string };
  'import/symbolic-link': { path: string };
  'import/unreadable': { path: string; reason: string };
  'import/changed-file': { path: string };
  'import/bad-name': { path: string };
  'import/not-a-file': { path: string };
  'import/bad-files': { problems: readonly UserError[]; total: number };
  'import/duplicate-id': { id: string; first: string; second: string };
  'import/reserved-value': { place: string; field: string; value: string };
  'import/bad-record': { path: string; line: number; place: string; problem: Problem };
  'import/missing-column': { path: string; column: string; found: string };
  'import/doubled-column': { path: string; line: number; column: string };
  'import/attribute-without-case': { path: string; line: number; id: string };
  'import/unknown-attribute': { attribute: string; known: string };
  'import/bad-csv': { path: string; line: number; problem: Problem };
  'import/needs-ocr': { path: string };
  'import/unsafe-archive': { path: string; entry: string; problem: Problem };
  'import/reader-timeout': { path: string; seconds: number };
  'import/reader-crashed': { path: string; megabytes: number };
  'sheet/not-a-sheet': { path: string };
  'sheet/mixed': { path: string };
  'sheet/other-coder': { path: string; of: string; coder: string };
  'sheet/bad-rows': { path: string; problems: readonly UserError[] };
  'sheet/row': { line: number; problems: readonly UserError[] };
  'sheet/doubtful-cell': {
    column: string;
    kind: 'error' | 'no-value' | 'picture' | 'date' | 'digits' | 'format';
    shown: string;
  };
  'sheet/unknown-code': { name: string; near: string };
  'sheet/unknown-verdict': {
    written: string;
    allowed: readonly ('confirm' | 'reject' | 'keep' | 'drop' | 'fold')[];
  };
  'sheet/words-differ': Record<never, never>;
  'sheet/passage-gone': { caseId: string };
  'sheet/no-case': { cases: string };
  'sheet/no-words': Record<never, never>;
  'sheet/no-target': { word: string };
  'sheet/one-code': { word: string };
  'sheet/confirmed-and-changed': Record<never, never>;
  'sheet/contradicts': { line: number };
  'sheet/said-since': { decision: string };
  'sheet/hides-no-names': { what: string };
  'sheet/chosen-and-decided': Record<never, never>;
  'sheet/decided-as-given': { code: string };
  'sheet/needs-note': Record<never, never>;
  'sheet/settled-since': { word: string };
  'sheet/unknown-why': { written: string };
  'sheet/bad-sample': { sample: string };
  'sheet/unknown-format': { path: string };
  'coding/bad-map': { part: string };
  'coding/map-without': { what: 'case' | 'code' };
  'coding/too-many-levels': { most: number };
  'coding/bad-score': { score: number };
  'coding/no-rows': { path: string };
  'coding/bad-rows': { path: string; problems: readonly UserError[] };
  'coding/cell': { line: number; column: string; problems: readonly UserError[] };
  'coding/several-above': { cell: string };
  'coding/two-above': { code: string; one: string; other: string; line: number | null };
  'coding/unknown-level': { level: string; known: string };
  'coding/unknown-case': { name: string; near: string };
  'comments/exists': { path: string };
  'comments/several-cases': { path: string; cases: number };
  'comments/no-cases': Record<never, never>;
  'comments/several-kinds': Record<never, never>;
  'comments/unknown-document': { path: string; name: string; near: string };
  'comments/several-texts': { path: string; cases: string };
  'comments/other-text': { path: string; caseId: string; comments: number };
  'comments/comment': { document: string; number: number; author: string; problems: readonly UserError[] };
  'comments/words-gone': { words: string; caseId: string };
  'comments/no-comments': { paths: string };
  'comments/bad': { problems: readonly UserError[] };
  'comments/unknown-author': { name: string; known: string };
  'comments/two-codebooks': { codebooks: string };
  'comments/one-document': { name: string; documents: number };
  'coding/several-cases': { name: string; cases: string };
  'passage/no-place': { caseId: string };
  'passage/no-text': { caseId: string };
  'passage/no-code': Record<never, never>;
  'passage/not-a-span': { span: string };
  'passage/outside': { caseId: string; start: number; end: number; length: number };
  'passage/quote-not-found': { caseId: string; quote: string };
  'passage/quote-twice': { caseId: string; quote: string; count: number };
  'passage/unknown': { id: string; sealed: string };
  'passage/sealed': { caseId: string; quote: string };
  'passage/nothing-chosen': Record<never, never>;
  'passage/not-coded-by': { coder: string; caseId: string; code: string };
  'define/nothing': { code: string };
  'define/bad-property': { property: string };
  'define/bad-facet': { facet: string };
  'delete/not-empty': {
    code: string;
    children: readonly string[];
    passages: number;
    keywords: readonly string[];
    terms: readonly string[];
    relations: number;
  };
  'relate/no-type': Record<never, never>;
  'relate/itself': { code: string };
  'relate/unknown': { from: string; kind: string; to: string };
  'relate/not-core': { code: string };
  'memo/empty': Record<never, never>;
  'memo/unknown': { id: string };
  'memo/unknown-decision': { id: string };
  'memo/unclear-id': { id: string; count: number };
  'memo/no-subject': Record<never, never>;
  'memo/bad-subject': { on: string };
  'memo/not-author': { id: string; author: string; coder: string };
  'settings/unknown': { name: string; known: string };
  'settings/wrong-value': { name: string; value: string; allowed: string };
  'settings/no-value': { name: string };
  'regions/unknown-kind': { name: string };
  'regions/nothing-left': Record<never, never>;
  'regions/changed': { database: string };
  'mine/changed-since': { coders: readonly string[]; stages: readonly string[] };
  'mine/no-cases': { database: string };
  'mine/no-texts': { cases: number };
  'mine/reserved-group': { by: string; group: string; cases: string };
  'mine/unknown-attribute': { attribute: string; known: string };
  'segment/addon-missing': { addon: string; problem: string };
  'segment/worker-died': { reason: string };
  'discover/no-han': { source: string };
  'counts/bad-line': { path: string; line: number; fault: CountsFault };
  'counts/different': { path: string; line: number; found: string; wanted: string; first: string };
  'counts/incomplete': { source: string; text: string };
  'counts/too-short': { source: string; maxLength: number; wanted: number };
  'counts/too-many': { source: string; text: string; frequency: number; allowed: number };
  'keywords/too-long': { path: string; line: number; characters: number; allowed: number };
  'vocabulary/bad-line': { path: string; line: number; fault: WordListFault; text: string; first: number };
  'vocabulary/faulty': { path: string; total: number; problems: readonly UserError[] };
  'screen/bad-rules': { path: string; place: string; problem: Problem };
  'screen/not-mined': { database: string };
  'screen/unknown-word': { word: string; group: string; near: string };
  'screen/unknown-group': { group: string; known: string };
  'screen/add-without-evidence': { word: string };
  'screen/add-in-left-out-region': { word: string; kinds: readonly string[] };
  'screen/quote-not-found': { caseId: string; quote: string };
  'screen/nothing-to-split': { word: string };
  'decide/nothing-to-undo': { coder: string };
  'decide/undo-blocked': { decision: string; later: string };
  'decide/nothing-to-redo': { coder: string };
  'decide/redo-blocked': { decision: string };
  'decide/coder-without-name': Record<never, never>;
  'decide/machine-coder': { coder: string };
  'decide/changed-since': { coders: readonly string[]; stages: readonly string[] };
  'recipe/bad-recipe': { path: string; place: string; problem: Problem };
  'recipe/unknown-kind': { kind: string };
  'recipe/conflicts': { path: string; problems: readonly UserError[] };
  'recipe/step': { number: number; problems: readonly UserError[] };
  'recipe/unknown-level': { level: string; known: string };
  'recipe/other-codebook': { of: string; used: string };
  'recipe/decided-otherwise': { word: string; kind: string; into: string; coder: string };
  'reserve/no-cases': { share: string; cases: number };
  'reserve/no-statements': { share: string; statements: number };
  'reserve/nothing-reserved': { unit: 'case' | 'statement' };
  'decide/not-contested': { word: string };
  'decide/no-verdict-of': { coder: string; word: string; coders: string };
  'decide/needs-target': { verb: string };
  'decide/fold-into-itself': { word: string };
  'decide/takes-two': { verb: string };
  'decide/empty-word': { verb: string };
  'decide/unknown-target': { verb: string; name: string; near: string };
  'decide/not-new': { name: string };
  'decide/not-coded': { verb: string };
  'decide/mixed-levels': { names: string };
  'decide/wrong-level': { code: string; level: string; wanted: string };
  'decide/top-level': { code: string; level: string };
  'decide/has-codes-under': { code: string; children: string };
  'decide/name-taken': { name: string; code: string };
  'decide/level-taken': { name: string };
  'code/unknown-codebook': { name: string; known: string };
  'code/faulty-codebook': { path: string; problems: readonly UserError[] };
  'code/unknown-code': { name: string; near: string };
  'code/no-codes': { database: string };
  'split/file-there': { path: string };
  'split/bad-days': { after: string };
  'split/nothing-done': { coder: string; done: number; after: string };
  'split/no-cases': Record<never, never>;
  'agree/one-coder': { coders: string };
  'agree/batch-of-keywords': { batch: string };
  'sensitivity/bad-range': { given: string };
  'sensitivity/beyond-considered': { asked: number; considered: number };
  'tag/no-name': Record<never, never>;
  'tag/given': { name: string; coder: string; time: string; revision: number };
  'tag/unknown': { name: string; known: readonly string[] };
  'tag/out-of-date': Record<never, never>;
  'join/obstacles': { problems: readonly UserError[] };
  'join/conflicts': { about: readonly string[]; path: string };
  'join/id-of-another': { caseId: string; of: string };
  'join/other-text': { caseId: string };
  'join/other-cleaning': { caseId: string };
  'join/other-setting': { name: string; here: string; there: string };
  'join/other-codebook': { codebook: string };
  'join/other-attribute': { caseId: string; name: string; here: string; there: string };
  'join/other-type': { name: string; here: string; there: string };
  'join/unknown-coder': { name: string; known: string };
  'join/other-guid': { name: string };
  'join/other-name': { here: string; there: string };
  'join/bad-coder-map': { given: string };
  'join/not-conflicts': { path: string };
  'join/unknown-choice': { path: string; line: number; written: string };
  'agree/two-coders': { known: string };
  'agree/too-many-coders': { most: number };
  'agree/machine': { coder: string };
  'agree/nothing-in-common': { coders: string; unit: string };
  'agree/no-such-level': { level: number; levels: number };
  'agree/no-such-version': { codebook: string; version: string; known: string };
  'agree/sheet-coders': { path: string; found: string };
  'agree/sheet-cells': { path: string; problems: readonly UserError[] };
  'agree/sheet-column': { path: string; column: string };
  'agree/sheet-coder': { path: string; coder: string; found: string };
  'verify/changed-meanwhile': Record<never, never>;
  'provenance/no-interviews': { fitting: string };
  'provenance/exists': { path: string };
  'provenance/other-folder': { path: string };
  'saturation/unknown-order': { order: string; known: string };
  'saturation/too-few-cases': { cases: number; base: number; run: number };
  'assess/no-claims': { name: string; known: string };
  'assess/bad-claims': { path: string; place: string; problem: Problem };
  'assess/bad-gold': { path: string; line: number; problem: Problem };
  'code/bad-codebook': { path: string; place: string; problem: Problem };
  'tables/not-coded': { table: string; database: string };
  'tables/option-elsewhere': { option: string; table: string; tables: string };
  'tables/needs-two-codebooks': { given: string };
  'tables/unknown-codebook': { name: string; known: string };
  'view/unknown': { view: string };
  'view/unknown-coder': { coder: string; known: string };
  'view/blind-needs-coder': Record<never, never>;
  'view/coder-elsewhere': { coder: string };
  'view/compares-coders': { table: string };
  'view/out-of-date': { database: string };
  'cases/unknown-batch': { batch: string; known: string };
  'cases/nothing-to-find': Record<never, never>;
  'cases/unknown-case': { id: string; near: string };
  'cases/sealed': { id: string };
  'cases/no-attribute': { caseId: string };
  'cases/not-a-value': { given: string };
  'cases/unknown-attribute': { name: string; known: string };
  'cases/attribute-type': { name: string; value: string; type: string };
  'cases/needs-reason': { verb: string };
  'cases/own-coding': { coder: string };
  'cases/not-done': { coder: string; cases: string };
  'store/missing-database': { path: string };
  'store/not-a-project': { path: string };
  'store/newer-version': { path: string; found: number; known: number };
  'store/cannot-open': { path: string; reason: string };
  'store/cannot-write': { path: string; reason: string };
  'store/left-in-journal': { path: string; reason: string };
  'store/disk-full': { path: string };
  'store/busy': { path: string };
  'store/read-only': { path: string };
  'files/cannot-write': { path: string; reason: string };
  'cli/usage': { problem: string };
  'cli/bad-value': { option: string; value: string; known: string };
  'cli/interrupted': Record<never, never>;
  'coders/wrong-guid': { guid: string };
  'coders/guid-taken': { guid: string; owner: string };
  'decide/interrupted': Record<never, never>;
}

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
  'agreement-needs': Record<never, never>;
  'empty-part': Record<never, never>;
  // JSON, CSV and YAML
  json: { position: number | null };
  'open-quote': Record<never, never>;
  'stray-quote': Record<never, never>;
  'other-cells': Record<never, never>;
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
  'part-encoding': { part: string; encoding: string };
  'document-type': Record<never, never>;
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

/** What can be wrong with a line of counts. */
export type CountsFault =
  | 'not-utf8'
  | 'header'
  | 'unfinished'
  | 'too-long'
  | 'order'
  | 'columns'
  | 'string'
  | 'number'
  | 'more-than-frequency'
  | 'neighbours';

export type ErrorCode = keyof ErrorParams;

/** A problem that its user can fix. Anything else that is thrown is a bug. */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly code: C,
    readonly params: ErrorParams[C],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}
