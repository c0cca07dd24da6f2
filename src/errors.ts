/**
 * Every mistake a user can make, by `room/problem`, with what its message must name. The wording lives with
 * the languages (`cli/messages/`), so that adding a code here without a message does not compile.
 */
export interface ErrorParams {
  'import/missing-path': { path: string };
  'import/nothing-to-import': { path: string };
  'import/empty-file': { path: string };
  'import/binary-file': { path: string };
  'import/not-utf8': { path: string; offset: number };
  'import/unknown-encoding': { encoding: string; known: string };
  'import/wrong-encoding': { path: string; encoding: string; offset: number };
  'import/unclear-encoding': { path: string; known: string };
  'import/corrupt-file': { path: string; format: string; problem: string };
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
  'import/bad-record': { path: string; line: number; problem: string };
  'import/missing-column': { path: string; column: string; found: string };
  'import/doubled-column': { path: string; line: number; column: string };
  'import/attribute-without-case': { path: string; line: number; id: string };
  'import/unknown-attribute': { attribute: string; known: string };
  'import/bad-csv': { path: string; line: number; problem: string };
  'import/needs-ocr': { path: string };
  'import/unsafe-archive': { path: string; entry: string; problem: string };
  'import/reader-timeout': { path: string; seconds: number };
  'import/reader-crashed': { path: string; megabytes: number };
  'mine/no-cases': { database: string };
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
  'screen/bad-rules': { path: string; place: string; problem: string };
  'screen/not-mined': { database: string };
  'screen/unknown-word': { word: string; group: string; near: string };
  'screen/unknown-group': { group: string; known: string };
  'screen/add-without-evidence': { word: string };
  'screen/quote-not-found': { caseId: string; quote: string };
  'screen/nothing-to-split': { word: string };
  'decide/nothing-to-undo': { coder: string };
  'decide/undo-blocked': { decision: string; later: string };
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
  'code/unknown-codebook': { name: string; known: string };
  'code/faulty-codebook': { path: string; problems: readonly UserError[] };
  'code/unknown-code': { name: string; near: string };
  'code/no-codes': { database: string };
  'assess/no-claims': { name: string; known: string };
  'assess/bad-claims': { path: string; place: string; problem: string };
  'assess/bad-gold': { path: string; line: number; problem: string };
  'code/bad-codebook': { path: string; place: string; problem: string };
  'tables/not-coded': { table: string; database: string };
  'tables/option-elsewhere': { option: string; table: string; tables: string };
  'tables/needs-two-codebooks': { given: string };
  'tables/unknown-codebook': { name: string; known: string };
  'cases/unknown-batch': { batch: string; known: string };
  'cases/nothing-to-find': Record<never, never>;
  'cases/unknown-case': { id: string; near: string };
  'store/missing-database': { path: string };
  'store/not-a-project': { path: string };
  'store/newer-version': { path: string; found: number; known: number };
  'store/cannot-open': { path: string; reason: string };
  'store/disk-full': { path: string };
  'store/busy': { path: string };
  'store/read-only': { path: string };
  'files/cannot-write': { path: string; reason: string };
  'cli/usage': { problem: string };
  'cli/bad-value': { option: string; value: string; known: string };
  'cli/interrupted': Record<never, never>;
}

/** What can be wrong with a line of a word list. */
export type WordListFault =
  | 'not-utf8'
  | 'no-word'
  | 'duplicate'
  | 'too-short'
  | 'too-long'
  | 'blank-inside'
  | 'invisible'
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

/** A problem its user can mend. Anything else that is thrown is a bug. */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly code: C,
    readonly params: ErrorParams[C],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}
