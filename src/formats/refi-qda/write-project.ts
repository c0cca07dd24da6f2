import type {
  QdaCase,
  QdaCoding,
  QdaLink,
  QdaProject,
  QdaSelection,
  QdaText,
  QdaValue,
} from '../../model/qda-project.js';
import { writeCodes, writeDescriptionOf, writeNoteRefs, writeSets } from './write-elements.js';
import { xmlAttribute, xmlContent } from './xml-text.js';

const NAMESPACE = 'urn:QDA-XML:project:1.0';

/** A project as the `project.qde` of REFI-QDA 1.5, piece by piece. What is empty is left out. */
export function* writeProject(project: QdaProject): Generator<string> {
  yield piece([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="${NAMESPACE}" name="${xmlAttribute(project.name)}" origin="${xmlAttribute(project.origin)}">`,
    ...section(
      'Users',
      project.users.map(({ guid, name }) => `    <User guid="${guid}" name="${xmlAttribute(name)}"/>`),
    ),
    ...(project.codes.length === 0
      ? []
      : ['  <CodeBook>', ...writeCodes(project.codes, '    '), '  </CodeBook>']),
    ...section('Variables', project.variables.flatMap(variableLines)),
  ]);
  yield* sectionInPieces('Cases', project.cases, caseLines);
  yield* sectionInPieces('Sources', project.sources, (source) => textLines('TextSource', source));
  yield* sectionInPieces('Notes', project.notes, (note) => textLines('Note', note));
  yield piece([
    ...section('Links', project.links.map(linkLine)),
    ...(project.sets.length === 0 ? [] : writeSets(project.sets, '  ', 'targetGUID')),
    ...writeDescriptionOf(project, '  '),
    ...writeNoteRefs(project.projectNotes, '  '),
    '</Project>',
  ]);
}

const piece = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

function section(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  <${name}>`, ...lines, `  </${name}>`];
}

function* sectionInPieces<T>(
  name: string,
  items: readonly T[],
  linesOf: (item: T) => readonly string[],
): Generator<string> {
  if (items.length === 0) return;
  yield `  <${name}>\n`;
  for (const item of items) yield piece(linesOf(item));
  yield `  </${name}>\n`;
}

function linkLine({ guid, name, direction, from, to }: QdaLink): string {
  return `    <Link guid="${guid}" name="${xmlAttribute(name)}" direction="${direction}" originGUID="${from}" targetGUID="${to}"/>`;
}

function variableLines(variable: QdaProject['variables'][number]): string[] {
  const { guid, name, type } = variable;
  return [
    `    <Variable guid="${guid}" name="${xmlAttribute(name)}" typeOfVariable="${type}">`,
    ...writeDescriptionOf(variable, '      '),
    '    </Variable>',
  ];
}

function caseLines(one: QdaCase): string[] {
  return [
    `    <Case guid="${one.guid}" name="${xmlAttribute(one.name)}">`,
    ...writeDescriptionOf(one, '      '),
    ...one.codes.map((guid) => `      <CodeRef targetGUID="${guid}"/>`),
    ...one.values.map(valueLine),
    ...one.sources.map((guid) => `      <SourceRef targetGUID="${guid}"/>`),
    '    </Case>',
  ];
}

function valueLine({ variable, type, value }: QdaValue): string {
  return `      <VariableValue><VariableRef targetGUID="${variable}"/><${type}Value>${xmlContent(value)}</${type}Value></VariableValue>`;
}

function textLines(element: 'TextSource' | 'Note', text: QdaText): string[] {
  const path = text.path === null ? '' : ` plainTextPath="${xmlAttribute(text.path)}"`;
  return [
    `    <${element} guid="${text.guid}" name="${xmlAttribute(text.name)}"${path}${userOf('creatingUser', text)}>`,
    ...writeDescriptionOf(text, '      '),
    ...(text.content === null
      ? []
      : [`      <PlainTextContent>${xmlContent(text.content)}</PlainTextContent>`]),
    ...text.selections.flatMap(selectionLines),
    ...text.codings.flatMap((coding) => codingLines(coding, '      ')),
    ...writeNoteRefs(text.notes, '      '),
    ...text.values.map(valueLine),
    `    </${element}>`,
  ];
}

function selectionLines(selection: QdaSelection): string[] {
  const { guid, start, end, codings, notes } = selection;
  return [
    `      <PlainTextSelection guid="${guid}" startPosition="${start}" endPosition="${end}"${userOf('creatingUser', selection)}>`,
    ...codings.flatMap((coding) => codingLines(coding, '        ')),
    ...writeNoteRefs(notes, '        '),
    '      </PlainTextSelection>',
  ];
}

function codingLines(coding: QdaCoding, indent: string): string[] {
  return [
    `${indent}<Coding guid="${coding.guid}"${userOf('creatingUser', coding)}>`,
    `${indent}  <CodeRef targetGUID="${coding.code}"/>`,
    ...writeNoteRefs(coding.notes, `${indent}  `),
    `${indent}</Coding>`,
  ];
}

function userOf(attribute: string, { user }: { readonly user: string }): string {
  return user === '' ? '' : ` ${attribute}="${user}"`;
}
