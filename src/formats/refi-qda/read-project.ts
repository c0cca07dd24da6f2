import { UserError } from '../../errors.js';
import {
  type QdaCase,
  type QdaCode,
  type QdaCoding,
  type QdaLink,
  type QdaProject,
  type QdaSelection,
  type QdaSet,
  type QdaText,
  type QdaValue,
  type QdaVariable,
  qdaValueTypes,
} from '../../model/qda-project.js';
import { plainGuid } from './guid.js';
import { childrenOf, readXmlTree, type XmlElement } from './xml-tree.js';

/** A project as its file tells it, and what of the file is read nowhere, by the names of the elements. */
export interface ReadProject {
  readonly project: QdaProject;
  readonly unread: Readonly<Record<string, number>>;
}

/** Elements that say something which zhagen has no place for. */
const UNREAD = [
  'Graph',
  'PictureSource',
  'AudioSource',
  'VideoSource',
  'PDFSelection',
  'PictureSelection',
  'AudioSelection',
  'VideoSelection',
  'TranscriptSelection',
];

/**
 * Reads the `.qde` of a project of REFI-QDA as any program writes it: GUIDs in braces or capitals, attributes that are missing, values of
 * variables on sources or on cases. A PDF is read as the text that it comes with.
 * @throws UserError import/corrupt-file, import/over-limit
 */
export async function readProject(xml: string, path: string): Promise<ReadProject> {
  const root = await readXmlTree(xml, path);
  if (root.name !== 'Project') {
    const problem = { kind: 'wrong-root', root: root.name, wanted: 'Project' } as const;
    throw new UserError('import/corrupt-file', { path, format: 'REFI-QDA', problem });
  }
  const section = (name: string) => childrenOf(root, name)[0];
  const codes = childrenOf(section('CodeBook'), 'Codes')[0];
  const sources = section('Sources');
  return {
    project: {
      name: root.attributes['name'] ?? '',
      origin: root.attributes['origin'] ?? '',
      users: childrenOf(section('Users'), 'User').map((user) => ({
        guid: guidIn(user),
        name: (user.attributes['name'] ?? user.attributes['id'] ?? '').trim(),
      })),
      codes: childrenOf(codes, 'Code').map(readCode),
      variables: childrenOf(section('Variables'), 'Variable').map(readVariable),
      cases: childrenOf(section('Cases'), 'Case').map(readCase),
      sources: (sources?.children ?? []).flatMap((source) => readSource(source) ?? []),
      notes: childrenOf(section('Notes'), 'Note').map(readText),
      links: childrenOf(section('Links'), 'Link').map(readLink),
      sets: childrenOf(section('Sets'), 'Set').map(readSet),
      description: descriptionOf(root),
      projectNotes: refsOf(root, 'NoteRef'),
    },
    unread: countUnread(root),
  };
}

function readSource(source: XmlElement): QdaText | null {
  if (source.name === 'TextSource') return readText(source);
  const [text] = childrenOf(source, 'Representation');
  if (source.name !== 'PDFSource' || !text) return null;
  const { name, user, codings, notes, values, guid } = readText(source);
  const inside = readText(text);
  return {
    ...inside,
    guid,
    name: name || inside.name,
    user,
    codings: [...codings, ...inside.codings],
    notes: [...notes, ...inside.notes],
    values: [...values, ...inside.values],
  };
}

function readText(element: XmlElement): QdaText {
  const [content] = childrenOf(element, 'PlainTextContent');
  return {
    guid: guidIn(element),
    name: (element.attributes['name'] ?? '').trim(),
    user: userIn(element),
    description: descriptionOf(element),
    path: element.attributes['plainTextPath'] ?? null,
    content: content ? content.text : null,
    selections: childrenOf(element, 'PlainTextSelection').map(readSelection),
    codings: childrenOf(element, 'Coding').map(readCoding),
    notes: refsOf(element, 'NoteRef'),
    values: valuesOf(element),
  };
}

function readSelection(element: XmlElement): QdaSelection {
  const { startPosition = '', endPosition = '' } = element.attributes;
  return {
    guid: guidIn(element),
    user: userIn(element),
    start: placeIn(startPosition),
    end: placeIn(endPosition),
    codings: childrenOf(element, 'Coding').map(readCoding),
    notes: refsOf(element, 'NoteRef'),
  };
}

/** What is no number is no place. */
const placeIn = (written: string) => (/^\s*\d{1,15}\s*$/.test(written) ? Number(written) : Number.NaN);

function readCoding(element: XmlElement): QdaCoding {
  return {
    guid: guidIn(element),
    user: userIn(element),
    code: refsOf(element, 'CodeRef')[0] ?? '',
    notes: refsOf(element, 'NoteRef'),
  };
}

function readCode(element: XmlElement): QdaCode {
  return {
    guid: guidIn(element),
    name: (element.attributes['name'] ?? '').trim(),
    isCodable: element.attributes['isCodable'] !== 'false',
    description: descriptionOf(element),
    notes: refsOf(element, 'NoteRef'),
    codes: childrenOf(element, 'Code').map(readCode),
  };
}

function readVariable(element: XmlElement): QdaVariable {
  const type = qdaValueTypes.find((one) => one === element.attributes['typeOfVariable']);
  return {
    guid: guidIn(element),
    name: (element.attributes['name'] ?? '').trim(),
    type: type ?? 'Text',
    description: descriptionOf(element),
  };
}

function readCase(element: XmlElement): QdaCase {
  return {
    guid: guidIn(element),
    name: (element.attributes['name'] ?? '').trim(),
    description: descriptionOf(element),
    codes: refsOf(element, 'CodeRef'),
    values: valuesOf(element),
    sources: refsOf(element, 'SourceRef'),
  };
}

function readSet(element: XmlElement): QdaSet {
  return {
    guid: guidIn(element),
    name: (element.attributes['name'] ?? '').trim(),
    description: descriptionOf(element),
    codes: refsOf(element, 'MemberCode'),
    sources: refsOf(element, 'MemberSource'),
    notes: refsOf(element, 'MemberNote'),
  };
}

function readLink(element: XmlElement): QdaLink {
  const { name = '', direction, originGUID = '', targetGUID = '' } = element.attributes;
  return {
    guid: guidIn(element),
    name: name.trim(),
    direction: direction === 'OneWay' || direction === 'Bidirectional' ? direction : 'Associative',
    from: plainGuid(originGUID),
    to: plainGuid(targetGUID),
  };
}

function valuesOf(element: XmlElement): QdaValue[] {
  return childrenOf(element, 'VariableValue').flatMap((value) => {
    const variable = refsOf(value, 'VariableRef')[0];
    return value.children.flatMap((child) => {
      const type = qdaValueTypes.find((one) => child.name === `${one}Value`);
      return variable && type ? [{ variable, type, value: child.text }] : [];
    });
  });
}

const guidIn = ({ attributes }: XmlElement) => plainGuid(attributes['guid'] ?? '');

const userIn = ({ attributes }: XmlElement) =>
  plainGuid(attributes['creatingUser'] ?? attributes['modifyingUser'] ?? '');

const descriptionOf = (element: XmlElement) => childrenOf(element, 'Description')[0]?.text ?? '';

/** GUIDs that references name; a codebook writes those of members as `guid`. */
function refsOf(element: XmlElement, name: string): string[] {
  return childrenOf(element, name).map(({ attributes }) =>
    plainGuid(attributes['targetGUID'] ?? attributes['guid'] ?? ''),
  );
}

function countUnread(root: XmlElement): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    if (UNREAD.includes(element.name)) count(element.name);
    if (element.name === 'Code' && element.attributes['color'] !== undefined) count('code-colour');
    open.push(...element.children);
  }
  return counts;
}
