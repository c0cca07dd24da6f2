import type { Code, Codebook } from '../../model/codebook.js';
import { filledFields } from '../filled-fields.js';
import { writeDescription } from './description.js';
import { guidOf } from './guid.js';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** What no XML document can hold. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * A codebook as REFI-QDA 1.0 `.qdc`: codes that hold others are not codable; each level is
 * a set, the codebook itself another. GUIDs come from the ids, so that the same codebook gives the same bytes.
 */
export function writeQdc(codebook: Codebook): string {
  const { id, title, source, levels, codes, ...fields } = codebook;
  const lowest = levels.at(-1)?.id;
  const element = (code: Code, indent: string): string[] => {
    const { label, level, parent: _, definition, ...rest } = code;
    const { weight, ...described } = rest;
    const children = codes.filter(({ parent }) => parent === code.id);
    const fields = { ...filledFields(described, ['except']), en: label.en };
    const description = writeDescription(definition, weight === 1 ? fields : { ...fields, weight });
    return [
      `${indent}<Code guid="${codeGuid(id, code.id)}" name="${attribute(label.zh)}" isCodable="${level === lowest || children.length === 0}">`,
      `${indent}  <Description>${content(description)}</Description>`,
      ...children.flatMap((child) => element(child, `${indent}  `)),
      `${indent}</Code>`,
    ];
  };
  const set = (guid: string, name: string, description: string, members: readonly Code[]) => [
    `    <Set guid="${guid}" name="${attribute(name)}">`,
    `      <Description>${content(description)}</Description>`,
    ...members.map((code) => `      <MemberCode guid="${codeGuid(id, code.id)}"/>`),
    '    </Set>',
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="zhagen">`,
    '  <Codes>',
    ...codes.filter(({ parent }) => parent === null).flatMap((code) => element(code, '    ')),
    '  </Codes>',
    '  <Sets>',
    ...set(
      guidOf(id),
      title.zh,
      writeDescription(source, { id, en: title.en, ...filledFields(fields) }),
      codes,
    ),
    ...levels.flatMap((level) =>
      set(
        guidOf(`${id}/levels/${level.id}`),
        level.name.zh,
        writeDescription('', { level: level.id, en: level.name.en }),
        codes.filter((code) => code.level === level.id),
      ),
    ),
    '  </Sets>',
    '</CodeBook>',
    '',
  ].join('\n');
}

/** The GUID of a code, whatever file it is exported to. */
function codeGuid(codebookId: string, codeId: string): string {
  return guidOf(`${codebookId}/codes/${codeId}`);
}

function content(text: string): string {
  return text
    .replaceAll(UNPRINTABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n?/g, '\n');
}

/** Line ends and tabs in an attribute would be read as blanks. */
function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
