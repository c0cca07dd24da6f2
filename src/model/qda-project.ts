import type { Span } from './span.js';

/** Somebody who codes, as a project of REFI-QDA names them. */
export interface QdaUser {
  readonly guid: string;
  readonly name: string;
}

/** A code with those below it. */
export interface QdaCode {
  readonly guid: string;
  readonly name: string;
  readonly isCodable: boolean;
  readonly description: string;
  /** GUIDs of notes on it. */
  readonly notes: readonly string[];
  readonly codes: readonly QdaCode[];
}

/** What the values of a variable may be. */
export const qdaValueTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;

export type QdaValueType = (typeof qdaValueTypes)[number];

/** An attribute of cases or sources. */
export interface QdaVariable {
  readonly guid: string;
  readonly name: string;
  readonly type: QdaValueType;
  readonly description: string;
}

/** The value of a variable, as the file writes it. */
export interface QdaValue {
  readonly variable: string;
  readonly type: QdaValueType;
  readonly value: string;
}

/** A code that somebody gave; empty GUIDs are missing ones. */
export interface QdaCoding {
  readonly guid: string;
  readonly user: string;
  readonly code: string;
  readonly notes: readonly string[];
}

/** A stretch (code points) of a text with its codes. */
export interface QdaSelection extends Span {
  readonly guid: string;
  readonly user: string;
  readonly codings: readonly QdaCoding[];
  readonly notes: readonly string[];
}

/** A text: a source, or a note. */
export interface QdaText {
  readonly guid: string;
  readonly name: string;
  readonly user: string;
  readonly description: string;
  /** Where the text is, as the file says; null for one that is written in its place (`content`). */
  readonly path: string | null;
  readonly content: string | null;
  readonly selections: readonly QdaSelection[];
  /** Codes given to it as a whole. */
  readonly codings: readonly QdaCoding[];
  readonly notes: readonly string[];
  readonly values: readonly QdaValue[];
}

/** A case, with the sources that it is made of. */
export interface QdaCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly values: readonly QdaValue[];
  readonly sources: readonly string[];
}

/** A set of codes, sources and notes. */
export interface QdaSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
}

/** A project as REFI-QDA exchanges it, as far as it is about texts. GUIDs are plain: lower case, without braces. */
export interface QdaProject {
  readonly name: string;
  readonly origin: string;
  readonly users: readonly QdaUser[];
  readonly codes: readonly QdaCode[];
  readonly variables: readonly QdaVariable[];
  readonly cases: readonly QdaCase[];
  readonly sources: readonly QdaText[];
  readonly notes: readonly QdaText[];
  readonly sets: readonly QdaSet[];
  readonly description: string;
  /** GUIDs of the notes on the project. */
  readonly projectNotes: readonly string[];
}
