import type Database from 'better-sqlite3';
import { UserError } from '../errors.js';
import type { HeldFile } from './held-file.js';
import type { SchemaVersions } from './migrate.js';
import { fileNumber, partFromOpenFile, readLasting, removeProjectFile } from './project-file.js';
import { storeError } from './sqlite-error.js';

/** What SQLite stores in a cell, as far as we use it. */
export type Cell = string | number | Uint8Array | null;

const ANYTHING = `SELECT 1 FROM project_case UNION ALL SELECT 1 FROM setting
  UNION ALL SELECT 1 FROM content UNION ALL SELECT 1 FROM decision LIMIT 1`;

/** What is special about an open project file. */
interface StoreKind {
  /** Its file, which is held as long as it is open. */
  readonly file?: HeldFile;
  readonly isNew?: boolean;
  readonly copyOf?: SchemaVersions;
  readonly afterClose?: () => void;
  /** Called within a transaction that is about to be committed. */
  readonly beforeCommit?: () => void;
}

/** Tables of a connection that lie over those of the file. */
export interface Overlay {
  /** How often coded passages of a case version were written into them; null where nobody counts. */
  readonly written: ReadonlyMap<number, number> | null;
  /** How often anything was written into them. */
  readonly times: number;
}

/** What changes rows; the rest are pragmas, savepoints and temporary tables. */
const WRITES = /^\s*(INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i;

/**
 * An open project file. The tables' own files hold the SQL; this class runs it, keeps prepared statements,
 * and turns what disk and other processes do into `store/…` errors. One class, however long, since all of it shares
 * one connection.
 */
export class Store {
  /** Numbers of words already interned, emptied on rollback because they may then be free again. */
  readonly wordNumbers = new Map<string, number>();
  /** Numbers of case versions that were asked for, emptied likewise. */
  readonly versionNumbers = new Map<string, number>();
  /** What lies over the tables of the file, so that other rows are read than the file has. */
  overlay: Overlay | null = null;
  private remembered = new Map<string, { readonly stamp: string; readonly value: unknown }>();
  /** Rows that were written into tables which are gone again. */
  private passing = 0;
  private readonly statements = new Map<string, Database.Statement<Cell[]>>();
  private readonly number: bigint | null;
  private readonly lasting: string | undefined;

  /** What messages call the file: another one where this is a copy that nobody keeps. */
  calledAs: string;
  /** Versions of the project's file and of this program, where what is read is an updated copy of the file. */
  readonly copyOf: SchemaVersions | undefined;

  constructor(
    readonly path: string,
    private readonly database: Database.Database,
    private readonly kind: StoreKind,
  ) {
    this.calledAs = path;
    this.number = fileNumber(path);
    this.lasting = kind.file && readLasting(kind.file);
    this.copyOf = kind.copyOf;
  }

  /** Runs `work` in one transaction (a savepoint inside another): all of it stays, or nothing when it throws. */
  transaction<T>(work: () => T): T {
    return this.guarded(() => {
      try {
        if (this.database.inTransaction) return this.database.transaction(work).immediate();
        return this.database.transaction(() => this.beforeCommit(work())).immediate();
      } catch (error) {
        this.forget();
        throw error;
      }
    });
  }

  /**
   * Runs `work`, which may wait, in one transaction: all of it stays, or nothing when it fails. Meanwhile the
   * store is its own alone: what else is done with it becomes part of the transaction, and another one is refused.
   */
  async longTransaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.database.inTransaction) throw new Error('a transaction is already open');
    this.guarded(() => this.database.exec('BEGIN IMMEDIATE'));
    try {
      const result = this.beforeCommit(await work());
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.forget();
      // SQLite has rolled back by itself when the disk was full.
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw storeError(error, this.path);
    }
  }

  /** What `work` returns, which is taken back again with all that it wrote; undefined, at once, while somebody else writes. */
  takenBack<T>(work: () => T): T | undefined {
    if (!this.beginAtOnce()) return undefined;
    try {
      return this.guarded(work);
    } finally {
      this.database.exec('ROLLBACK');
      this.forget();
    }
  }

  /** Whether nobody else is writing. */
  get isWritable(): boolean {
    const isBegun = this.beginAtOnce();
    if (isBegun) this.database.exec('ROLLBACK');
    return isBegun;
  }

  /** Runs `work` inside a long transaction: when it fails, nothing of it stays, and the transaction may go on. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.guarded(() => this.database.exec('SAVEPOINT attempt'));
    try {
      const result = await work();
      this.database.exec('RELEASE attempt');
      return result;
    } catch (error) {
      this.forget();
      if (this.database.inTransaction) this.database.exec('ROLLBACK TO attempt; RELEASE attempt');
      throw storeError(error, this.path);
    }
  }

  /** Writes all there is into a new file, as one whole project. */
  copyTo(path: string): void {
    this.guarded(() => this.database.prepare('VACUUM INTO ?').run(path));
  }

  /** Runs `work`, which only reads, on one unchanging view of the project. */
  snapshot<T>(work: () => T): T {
    return this.guarded(() => this.database.transaction(work).deferred());
  }

  /** Has the store see, until it is closed, one unchanging view of the project. */
  freeze(): void {
    this.guarded(() => this.database.exec('BEGIN'));
    // The view is that of the first reading.
    this.get('SELECT 1 FROM setting');
  }

  /**
   * What `read` reads of the project; it is read again only after somebody has written anything, and is then given what it read
   * before, unless that was forgotten.
   */
  remember<T>(name: string, read: (before: T | undefined) => T): T {
    const stamp = `${this.changes() - this.passing} ${this.guarded(() => this.database.pragma('data_version', { simple: true }))}`;
    const known = this.remembered.get(name);
    if (known?.stamp === stamp) return known.value as T;
    const value = read(known?.value as T | undefined);
    this.remembered.set(name, { stamp, value });
    return value;
  }

  /** Runs `work`, which takes away again all that it writes: what is remembered of the project goes on to hold afterwards. */
  apart<T>(work: () => T): T {
    const { remembered, passing } = this;
    const before = this.changes();
    this.remembered = new Map();
    try {
      return work();
    } finally {
      this.passing = passing + this.changes() - before;
      this.remembered = remembered;
    }
  }

  get isReadOnly(): boolean {
    return this.database.readonly;
  }

  /** Whether the file at the path is no longer this one: it was moved, removed or replaced. */
  get isMoved(): boolean {
    return this.isOverwritten || fileNumber(this.path) !== this.number;
  }

  /** Whether another file was written over this one: what is read of it belongs to neither. */
  get isOverwritten(): boolean {
    return this.kind.file !== undefined && readLasting(this.kind.file) !== this.lasting;
  }

  /** Whether rows were written that are not sealed before they are committed. */
  get hasUnsealed(): boolean {
    return this.kind.beforeCommit !== undefined && this.get('SELECT 1 FROM temp.unsealed') !== undefined;
  }

  /** Runs a statement without result. */
  run(sql: string, ...cells: Cell[]): void {
    if (this.kind.beforeCommit && !this.database.inTransaction && WRITES.test(sql)) {
      this.transaction(() => this.run(sql, ...cells));
      return;
    }
    try {
      this.statement(sql).run(...cells);
    } catch (error) {
      throw storeError(error, this.path);
    }
  }

  /** The first row of a query. */
  get<Row>(sql: string, ...cells: Cell[]): Row | undefined {
    return this.guarded(() => this.statement(sql).get(...cells) as Row | undefined);
  }

  /** All rows of a query. */
  all<Row>(sql: string, ...cells: Cell[]): Row[] {
    return this.guarded(() => this.statement(sql).all(...cells) as Row[]);
  }

  /** The rows of a query one by one, as arrays of cells; nothing may be written before the last one. */
  *cells(sql: string, ...given: Cell[]): IterableIterator<Cell[]> {
    try {
      yield* this.database
        .prepare<Cell[], Cell[]>(sql)
        .raw()
        .iterate(...given);
    } catch (error) {
      throw storeError(error, this.path);
    }
  }

  /**
   * Closes the file. A writer first leaves WAL mode, so that the one file is the whole project; while
   * somebody else has it open, or where it was moved meanwhile, that is left to them. A new project that stayed blank
   * leaves no file behind.
   * @throws UserError store/left-in-journal where there is no room for what was saved in the one file
   */
  close(): void {
    if (!this.database.open) return;
    let isAbandoned = false;
    try {
      if (!this.database.readonly && this.isOverwritten) partFromOpenFile(this.path);
      // A file that was put in the place of this one would take its journal for its own.
      if (!this.database.readonly && this.isMoved) this.database.pragma('wal_checkpoint(TRUNCATE)');
      if (!this.database.readonly) this.database.pragma('journal_mode = DELETE');
      isAbandoned = this.kind.isNew === true && this.get(ANYTHING) === undefined;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const isLeft = this.isMoved || ('code' in error && error.code === 'SQLITE_BUSY');
      if (!isLeft) throw this.closingError(error);
    } finally {
      this.database.close();
      this.kind.file?.release();
      this.kind.afterClose?.();
    }
    if (isAbandoned) removeProjectFile(this.path);
  }

  /** Leaves what is saved in the journal until `checkpoint` is called, so that no transaction waits for it. */
  postponeCheckpoints(): void {
    this.guarded(() => this.database.pragma('wal_autocheckpoint = 0'));
  }

  /** Moves what was saved from the journal into the file, as far as nobody reads what was there before. */
  checkpoint(): void {
    if (this.isOverwritten) return;
    this.guarded(() => this.database.pragma('wal_checkpoint(PASSIVE)'));
  }

  /** Forgets what is remembered of the project, since a rollback may have undone it. */
  forget(): void {
    this.wordNumbers.clear();
    this.versionNumbers.clear();
    this.remembered.clear();
  }

  /** What kept the file from being closed: what was saved may lie in the journal beside it. */
  private closingError(error: Error): unknown {
    const [state] = this.database.pragma('main.wal_checkpoint(NOOP)') as {
      log: number;
      checkpointed: number;
    }[];
    const isSaved = state !== undefined && state.log > state.checkpointed;
    return isSaved
      ? new UserError('store/left-in-journal', { path: this.path, reason: error.message })
      : storeError(error, this.path);
  }

  private beginAtOnce(): boolean {
    const patience = this.database.pragma('busy_timeout', { simple: true });
    this.database.pragma('busy_timeout = 0');
    try {
      this.database.exec('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      const known = storeError(error, this.path);
      if (known instanceof UserError && known.code === 'store/busy') return false;
      throw known;
    } finally {
      this.database.pragma(`busy_timeout = ${patience}`);
    }
  }

  private changes(): number {
    return this.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
  }

  private beforeCommit<T>(result: T): T {
    this.kind.beforeCommit?.();
    // SQLite would go on writing into the file that it opened, wherever that is now.
    if (this.isMoved) throw new UserError('store/moved', { path: this.path });
    return result;
  }

  private statement(sql: string): Database.Statement<Cell[]> {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.database.prepare<Cell[]>(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.path);
    }
  }
}
