import type { TypedAttribute } from '../../store/attribute-type-table.js';
import type { CodebookInUse } from '../../store/codebook-table.js';
import type { LogEntry } from '../../store/decision-log.js';
import type { CaseVersions } from '../../store/join/case-versions.js';
import type { MinedState } from '../../store/join/statistics.js';

/** A coder as a project names them, and the GUID that somebody gave or that follows from the name. */
export interface NamedCoder {
  readonly name: string;
  readonly guid: string;
  readonly isGiven: boolean;
}

/** What a join has to know of a project, beside the texts and what its decisions say. */
export interface JoinSide {
  readonly cases: readonly CaseVersions[];
  /** The ids that cases had before earlier joins, with those that they have. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly attributeTypes: readonly TypedAttribute[];
  readonly codebooks: readonly CodebookInUse[];
  /** The contents that were ever applied, by their hashes. */
  readonly contents: ReadonlySet<string>;
  readonly settings: ReadonlyMap<string, string>;
  readonly coders: readonly NamedCoder[];
  /** Read again by each walk. */
  readonly log: Iterable<LogEntry>;
  readonly mined: MinedState;
  /** When it was coded last; empty for never. */
  readonly codedAt: string;
  /** Whether all derived rows are those of the project as it is. */
  readonly isUpToDate: boolean;
  /** Whether it was coded without a codebook. */
  readonly isGrown: boolean;
}
