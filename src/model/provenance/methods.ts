import type { Checklist } from './checklist.js';
import type { GapName, MethodsSectionName } from './sections.js';
import type { Statement } from './statement.js';

/** A place where the authors have to write. */
export interface Gap {
  readonly kind: 'gap';
  readonly gap: GapName;
}

/** A section of a methods text, in paragraphs. */
export interface MethodsSection {
  readonly name: MethodsSectionName;
  readonly parts: readonly (Statement | Gap)[];
}

/** What a methods text says, in no language yet. */
export interface MethodsText {
  readonly sections: readonly MethodsSection[];
  readonly gaps: readonly GapName[];
  readonly checklists: readonly Checklist[];
}
