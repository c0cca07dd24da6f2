import type { Case } from '../model/case.js';
import type { Verdict } from '../model/decisions/verdict.js';
import type { RegionKind } from '../model/region.js';
import type { TextForm } from '../text/text-form.js';
import type { CodebookState } from './plan-code-change.js';
import type { Groups } from './ranked-groups.js';

/** What plans of decisions ask of a project. Each answer is read when it is asked for: a statement speaks of little. */
export interface DecisionState {
  /** The codebook last applied; null before any coding. */
  readonly codebook: () => CodebookState | null;
  readonly groups: () => Groups;
  /** Brings words to the form of the clean texts. */
  readonly form: TextForm;
  /** Whether a word is among the screened keywords of a group; what others are folded into is always one. */
  readonly isKeyword: (word: string, group: string) => boolean;
  /** Whether a word is a term of any case. */
  readonly isTerm: (word: string) => boolean;
  /** The screened keywords of a group, and what they count for. */
  readonly keywords: (group: string) => ReadonlySet<string>;
  /** What words were folded or merged into. */
  readonly targets: () => readonly string[];
  /** Whether a keyword counts for another core keyword than itself. */
  readonly isMerged: (word: string, group: string) => boolean;
  /** What is in force for a word of a group, or of all groups. */
  readonly screening: (word: string, group: string) => Verdict | null;
  readonly caseIds: () => readonly string[];
  /** A case that is not sealed. Throws UserError cases/unknown-case, cases/sealed. */
  readonly openCase: (id: string) => Pick<Case, 'id' | 'version'>;
  /** The cases whose counted text contains a word. */
  readonly casesWith: (word: string) => readonly string[];
  /** The kinds of regions in which a word occurs in a case, or in any. */
  readonly kindsWith: (word: string, caseId: string | undefined) => readonly RegionKind[];
  /** The words of the clean text of a case that a quote means. */
  readonly findQuote: (caseId: string, quote: string) => string | null;
}
