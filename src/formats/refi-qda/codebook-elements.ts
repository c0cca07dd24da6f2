import type { Code, Codebook } from '../../model/codebook.js';
import type { QdaCode, QdaLink, QdaSet } from '../../model/qda-project.js';
import { filledFields } from '../filled-fields.js';
import { writeDescription } from './description.js';
import { exchangeGuids } from './exchange-guids.js';
import { guidOf } from './guid.js';

/** The GUID of a code, whatever file it is exported to. */
export function codeGuid(codebookId: string, codeId: string): string {
  return guidOf(`${codebookId}/codes/${codeId}`);
}

/**
 * The codes of a codebook as REFI-QDA has them: a tree, in which codes that hold others are not codable. What it has no room for is
 * in their descriptions.
 * @param notesOn the GUIDs of the notes on a code
 */
export function codeElements(
  { id, levels, codes }: Codebook,
  notesOn: (codeId: string) => readonly string[] = () => [],
): QdaCode[] {
  const lowest = levels.at(-1)?.id;
  const element = (code: Code): QdaCode => {
    const { label, level, parent: _, definition, ...rest } = code;
    const { weight, ...described } = rest;
    const children = codes.filter(({ parent }) => parent === code.id);
    const fields = { ...filledFields(described, ['except']), en: label.en };
    return {
      guid: codeGuid(id, code.id),
      name: label.zh,
      isCodable: level === lowest || children.length === 0,
      description: writeDescription(definition, weight === 1 ? fields : { ...fields, weight }),
      notes: notesOn(code.id),
      codes: children.map(element),
    };
  };
  return codes.filter(({ parent }) => parent === null).map(element);
}

/** The sets of a codebook: one for all of it, then one for each level. Their members are in the order of the tree. */
export function setElements(codebook: Codebook): QdaSet[] {
  const { id, title, source, levels, codes, ...fields } = codebook;
  const tree = inTree(codes, null);
  const set = (guid: string, name: string, description: string, members: readonly Code[]): QdaSet => ({
    guid,
    name,
    description,
    codes: members.map((code) => codeGuid(id, code.id)),
    sources: [],
    notes: [],
  });
  return [
    set(guidOf(id), title.zh, writeDescription(source, { id, en: title.en, ...filledFields(fields) }), tree),
    ...levels.map((level) =>
      set(
        guidOf(`${id}/levels/${level.id}`),
        level.name.zh,
        writeDescription('', { level: level.id, en: level.name.en }),
        tree.filter((code) => code.level === level.id),
      ),
    ),
  ];
}

/** The relations of a codebook as links from code to code. */
export function relationLinks({ id, codes, theory }: Codebook): QdaLink[] {
  const known = new Set(codes.map((code) => code.id));
  return (theory?.relations ?? []).flatMap((relation): QdaLink[] => {
    const { from, kind, to } = relation;
    if (!known.has(from) || !known.has(to)) return [];
    const ends = { from: codeGuid(id, from), to: codeGuid(id, to) };
    return [{ guid: exchangeGuids.relation(id, relation), name: kind, direction: 'OneWay', ...ends }];
  });
}

function inTree(codes: readonly Code[], above: string | null): Code[] {
  return codes.filter(({ parent }) => parent === above).flatMap((code) => [code, ...inTree(codes, code.id)]);
}
