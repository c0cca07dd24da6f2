import type { Decision } from '../model/decisions/decision.js';
import type { CodeDecisions, TagDiff } from '../workflow/diff-tag.js';
import type { TagSummary } from '../workflow/tag-project.js';

/** What is said about named states of a project, and what changed since, in one language. */
export interface TagWords {
  /** Of the list: name, time, coder, revision, decisions, numbers, hashes, reason. */
  readonly heads: readonly string[];
  readonly noTags: string;
  /** What a tag keeps. */
  readonly given: (tag: TagSummary) => string[];
  /** What is compared, what was done between, and how many numbers are others; stands above the table. */
  readonly compared: (diff: TagDiff) => string[];
  /** Of which code decisions follow, how many of each kind. */
  readonly decisionsOn: (code: CodeDecisions) => string;
  /** Numbers that no decision about their code explains. */
  readonly unexplained: (diff: TagDiff) => string[];
}

/** How many decisions of each kind, as a list. */
export function listKinds(
  kinds: TagDiff['kinds'],
  nameOf: (kind: Decision['kind']) => string,
  separator: string,
): string {
  return kinds.map(({ kind, count }) => `${nameOf(kind)} ${count}`).join(separator);
}
