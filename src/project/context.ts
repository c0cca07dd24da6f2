import type { Engine } from '../engine/engine.js';
import type { Store } from '../store/store.js';

/** What the verbs get from outside: the open project, the engine, the clock, random ids and a place to show progress. */
export interface Context {
  readonly store: Store;
  /** What cuts the texts and looks through them. */
  readonly engine: Engine;
  readonly toolVersion: string;
  readonly now: () => Date;
  /** A random 128-bit id in hex. */
  readonly newId: () => string;
  readonly progress: Progress;
  /** The revision that whoever decides has seen: the decision is refused where the project changed since. */
  readonly expectedRevision?: number;
}

/** What a verb that only reads needs. */
export type ReadContext = Pick<Context, 'store'>;

/**
 * Called between units of work; awaiting it also lets an interruption through.
 * `total` is null while it is not known.
 */
export type Progress = (step: ProgressStep, done: number, total: number | null) => Promise<void>;

/** The parts of a long run that a progress bar names. */
export type ProgressStep = 'import' | 'segment' | 'discover' | 'save' | 'code' | 'verify' | 'parts';
