import type { Span } from './span.js';

/** What has a name; GUIDs are plain: lower case, without braces, empty where they are missing. */
interface QdaNamed {
  readonly guid: string;
  readonly name: string;
}

interface QdaDescribed extends QdaNamed {
  readonly description: string;
}

/** What notes are on, by their GUIDs. */
interface QdaNoted {
  readonly notes: readonly string[];
}

/** Somebody who codes, as a project of REFI-QDA names them. */
export interface QdaUser extends QdaNamed {}

/** A code with those below it. */
export interface QdaCode extends QdaDescribed, QdaNoted {
  readonly isCodable: boolean;
  readonly codes: readonly QdaCode[];
}

/** What the values of a variable may be. */
export const qdaValueTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;

export type QdaValueType = (typeof qdaValueTypes)[number];

/** An attribute of cases or sources. */
export interface QdaVariable extends QdaDescribed {
  readonly type: QdaValueType;
}

/** The value of a variable, as the file writes it. */
export interface QdaValue {
  readonly variable: string;
  readonly type: QdaValueType;
  readonly value: string;
}

/** A code that somebody gave. */
export interface QdaCoding extends QdaNoted {
  readonly guid: string;
  readonly user: string;
  readonly code: string;
}

/** A stretch (code points) of a text with its codes. */
export interface QdaSelection extends Span, QdaNoted {
  readonly guid: string;
  readonly user: string;
  readonly codings: readonly QdaCoding[];
}

/** A text: a source, or a note. */
export interface QdaText extends QdaDescribed, QdaNoted {
  readonly user: string;
  /** Where the text is, as the file says; null for one that is written in its place (`content`). */
  readonly path: string | null;
  readonly content: string | null;
  readonly selections: readonly QdaSelection[];
  /** Codes given to it as a whole. */
  readonly codings: readonly QdaCoding[];
  readonly values: readonly QdaValue[];
}

/** A case, with the sources that it is made of. */
export interface QdaCase extends QdaDescribed {
  readonly codes: readonly string[];
  readonly values: readonly QdaValue[];
  readonly sources: readonly string[];
}

/** A set of codes, sources and notes. */
export interface QdaSet extends QdaDescribed, QdaNoted {
  readonly codes: readonly string[];
  readonly sources: readonly string[];
}

/** What leads from one thing of a project to another; an associative one says no direction. */
export interface QdaLink extends QdaNamed {
  readonly direction: 'OneWay' | 'Bidirectional' | 'Associative';
  readonly from: string;
  readonly to: string;
}

/** A project as REFI-QDA exchanges it, as far as it is about texts. */
export interface QdaProject extends Omit<QdaDescribed, 'guid'> {
  readonly origin: string;
  readonly users: readonly QdaUser[];
  readonly codes: readonly QdaCode[];
  readonly variables: readonly QdaVariable[];
  readonly cases: readonly QdaCase[];
  readonly sources: readonly QdaText[];
  readonly notes: readonly QdaText[];
  readonly links: readonly QdaLink[];
  readonly sets: readonly QdaSet[];
  /** GUIDs of the notes on the project. */
  readonly projectNotes: readonly string[];
}
