import type { Span } from './span.js';

/** A comment of a Word document. */
export interface WordComment {
  /** Its number as programs show it: in the order of the places, from 1. */
  readonly number: number;
  /** Who wrote it, by name or else by initials; empty where the document does not say. */
  readonly author: string;
  readonly text: string;
  /**
   * The words that it is on, in code points of the text of the document; of one that marks none the sentence around it,
   * null where there is none.
   */
  readonly span: Span | null;
  /** Whether it marks no words. */
  readonly isPoint: boolean;
  /** The number of the comment that it answers. */
  readonly answers: number | null;
  /** Whether somebody marked it as resolved. */
  readonly isDone: boolean;
}

/** What the program wrote into a document that it exported. */
export interface ExportedMark {
  readonly caseId: string;
  readonly codebookId: string;
  readonly sheet: string;
}

/** A Word document with its comments: its text is that which a case made of it has. */
export interface CommentedText {
  readonly text: string;
  readonly comments: readonly WordComment[];
  /** Null for a document that somebody else made. */
  readonly mark: ExportedMark | null;
}
