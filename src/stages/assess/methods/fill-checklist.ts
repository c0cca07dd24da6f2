import type {
  AnsweredBy,
  AnsweredItem,
  Checklist,
  ChecklistItem,
  ChecklistName,
} from '../../../model/provenance/checklist.js';
import { checklistItems } from '../../../model/provenance/checklists.js';
import type { MethodsSection } from '../../../model/provenance/methods.js';
import type { Part } from './say.js';

/** Says of each item of a checklist in which sections it is answered, and whether by the database or by who writes. */
export function fillChecklist(name: ChecklistName, sections: readonly MethodsSection[]): Checklist {
  return { name, items: checklistItems[name].map((one) => answer(one, sections)) };
}

function answer(
  { number, title, statements, gaps }: ChecklistItem,
  sections: readonly MethodsSection[],
): AnsweredItem {
  const says = (part: Part) =>
    part.kind === 'statement' && statements.some((beginning) => part.code.startsWith(beginning));
  const asks = (part: Part) => part.kind === 'gap' && gaps.includes(part.gap);
  const parts = sections.flatMap((section) => section.parts);
  return {
    number,
    title,
    sections: sections
      .filter((one) => one.parts.some((part) => says(part) || asks(part)))
      .map((one) => one.name),
    by: answeredBy(parts.some(says), parts.some(asks)),
  };
}

function answeredBy(isSaid: boolean, isAsked: boolean): AnsweredBy {
  if (isSaid) return isAsked ? 'both' : 'database';
  return isAsked ? 'gap' : 'elsewhere';
}
