import type { Checklist, ChecklistName } from '../../../model/provenance/checklist.js';
import type { ProvenanceFacts } from '../../../model/provenance/facts.js';
import type { MethodsSection, MethodsText } from '../../../model/provenance/methods.js';
import {
  type GapName,
  type MethodsSectionName,
  methodsSections,
} from '../../../model/provenance/sections.js';
import { writeApproach, writeCases, writeTexts } from './cases-and-texts.js';
import { writeCoders } from './coders.js';
import { fillChecklist } from './fill-checklist.js';
import { writeCoding, writeMining } from './mining-and-coding.js';
import { writeEthics, writeProgram, writeSaturation, writeTheory } from './saturation-and-program.js';
import type { Part } from './say.js';

const writers: Readonly<Record<MethodsSectionName, (facts: ProvenanceFacts) => readonly Part[]>> = {
  approach: writeApproach,
  cases: writeCases,
  texts: writeTexts,
  mining: writeMining,
  coding: writeCoding,
  coders: writeCoders,
  saturation: writeSaturation,
  theory: writeTheory,
  ethics: writeEthics,
  program: writeProgram,
};

/** Writes the methods section of a study from what its database knows; what it does not know is a gap. */
export function writeMethods(facts: ProvenanceFacts, checklist?: ChecklistName): MethodsText {
  const sections = methodsSections
    .map((name): MethodsSection => ({ name, parts: writers[name](facts) }))
    .filter(({ parts }) => parts.length > 0);
  const checklists: Checklist[] = checklist === undefined ? [] : [fillChecklist(checklist, sections)];
  return { sections, gaps: gapsIn(sections), checklists };
}

/** The gaps of sections, in their order. */
function gapsIn(sections: readonly MethodsSection[]): GapName[] {
  return sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'gap' ? [part.gap] : [])));
}
