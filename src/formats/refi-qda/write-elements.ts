import type { QdaCode, QdaSet } from '../../model/qda-project.js';
import { xmlAttribute, xmlContent } from './xml-text.js';

/** The lines of the codes of a codebook or project. */
export function writeCodes(codes: readonly QdaCode[], indent: string): string[] {
  const lines = (code: QdaCode, at: string): string[] => [
    `${at}<Code guid="${code.guid}" name="${xmlAttribute(code.name)}" isCodable="${code.isCodable}">`,
    ...writeDescriptionOf(code, `${at}  `),
    ...writeNoteRefs(code.notes, `${at}  `),
    ...code.codes.flatMap((child) => lines(child, `${at}  `)),
    `${at}</Code>`,
  ];
  return [`${indent}<Codes>`, ...codes.flatMap((code) => lines(code, `${indent}  `)), `${indent}</Codes>`];
}

/** The lines of sets; a codebook names their members by another attribute than a project does. */
export function writeSets(sets: readonly QdaSet[], indent: string, member: 'guid' | 'targetGUID'): string[] {
  const at = `${indent}  `;
  const lines = (set: QdaSet): string[] => [
    `${at}<Set guid="${set.guid}" name="${xmlAttribute(set.name)}">`,
    ...writeDescriptionOf(set, `${at}  `),
    ...set.codes.map((guid) => `${at}  <MemberCode ${member}="${guid}"/>`),
    ...set.sources.map((guid) => `${at}  <MemberSource ${member}="${guid}"/>`),
    ...set.notes.map((guid) => `${at}  <MemberNote ${member}="${guid}"/>`),
    `${at}</Set>`,
  ];
  return [`${indent}<Sets>`, ...sets.flatMap(lines), `${indent}</Sets>`];
}

/** The lines of references to notes. */
export function writeNoteRefs(notes: readonly string[], indent: string): string[] {
  return notes.map((guid) => `${indent}<NoteRef targetGUID="${guid}"/>`);
}

/** The line of a description; none where it is empty. */
export function writeDescriptionOf(
  { description }: { readonly description: string },
  indent: string,
): string[] {
  return description === '' ? [] : [`${indent}<Description>${xmlContent(description)}</Description>`];
}
