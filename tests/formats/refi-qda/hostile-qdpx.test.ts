import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { checkProject } from '../../../src/formats/refi-qda/check-project.js';
import { codebookOfProject } from '../../../src/formats/refi-qda/project-codebook.js';
import { readQdpx } from '../../../src/formats/refi-qda/read-qdpx.js';
import { filedCases } from '../../../src/project/qda/filed-cases.js';
import { type EntrySource, makeZip } from '../make-zip.js';
import { rejectionOf } from '../rejection.js';

const GUID = '00000000-0000-4000-8000-00000000000';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const source = (path: string, inside = '') =>
  `<TextSource guid="${GUID}1" name="材料" plainTextPath="${path}">${inside}</TextSource>`;
const qde = (sources: string, codes = '') =>
  `${HEAD}<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Users><User guid="${GUID}9" name="王"/></Users><CodeBook><Codes><Code guid="${GUID}2" name="分红" isCodable="true"/>${codes}</Codes></CodeBook><Sources>${sources}</Sources></Project>`;
const INSIDE = `<PlainTextSelection guid="${GUID}3" startPosition="0" endPosition="2"><Coding guid="${GUID}4"><CodeRef targetGUID="${GUID}2"/></Coding></PlainTextSelection>`;
const root = qde(source(`internal://${GUID}1.txt`, INSIDE));
const text: EntrySource = { name: `sources/${GUID}1.txt`, bytes: Buffer.from('每户分红三百元') };
const entry = (name: string, content: string | Uint8Array): EntrySource => ({
  name,
  bytes: Buffer.from(content as string),
});
const open = (...entries: EntrySource[]) => readQdpx(makeZip(entries), '访谈.qdpx');

describe('an archive that is no sound project', () => {
  const refused: readonly (readonly [what: string, entries: EntrySource[], error: object])[] = [
    ['has no project', [text], { problem: { kind: 'missing-part', part: 'project.qde' } }],
    [
      'has two projects',
      [entry('a.qde', root), entry('b.qde', root)],
      { problem: { kind: 'several-parts', parts: 'a.qde, b.qde' } },
    ],
    ['leads out of its folder', [entry('project.qde', root), entry('../a.txt', 'x')], { entry: '../a.txt' }],
    ['is a bomb', [entry('project.qde', '<'.padEnd(4e7))], { limit: 'zipRatio' }],
    [
      'declares entities',
      [entry('project.qde', root.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))],
      { problem: { kind: 'document-type' } },
    ],
    ['is cut off', [entry('project.qde', root.slice(0, -30))], { problem: { kind: 'cut-off' } }],
    [
      'does not close what it opens',
      [entry('project.qde', root.replace('<Sources>', '<Sources>\n<b>'))],
      { problem: { kind: 'unclosed', element: 'b', line: 2 } },
    ],
    [
      'is something else',
      [entry('project.qde', `${HEAD}<html></html>`)],
      { problem: { kind: 'wrong-root', root: 'html', wanted: 'Project' } },
    ],
    [
      'nests codes without end',
      [entry('project.qde', qde('', `${'<Code guid="1" name="a">'.repeat(9999)}${'</Code>'.repeat(9999)}`))],
      { limit: 'nesting' },
    ],
    [
      'is not in the encoding that it names',
      [entry('project.qde', Buffer.concat([Buffer.from(root), Buffer.from([0xff])]))],
      { problem: { kind: 'part-encoding', part: 'project.qde', encoding: 'utf-8' } },
    ],
  ];

  it.each(refused)('is refused when it %s, with the file and the place', async (_, entries, params) => {
    const error = await rejectionOf(open(...entries));
    expect(error).toMatchObject({ params: { path: '访谈.qdpx', ...params } });
  });

  it('names the code whose lines of the program nobody can read', async () => {
    const broken = `<Code guid="${GUID}7" name="动态帮扶"><Description>定义\n\n[zhagen]\nid: [x</Description></Code>`;
    const { project } = await open(entry('project.qde', qde('', broken)));
    expect(() => codebookOfProject(project, '访谈.qdpx')).toThrow(/访谈.qdpx\/动态帮扶/);
  });
});

describe('a project as another program may write it', () => {
  const words = '每户分红三百元';
  it.each<[string, EntrySource[]]>([
    ['in UTF-16', [entry('project.qde', Buffer.from(`\ufeff${root}`, 'utf16le')), text]],
    ['in UTF-16 without mark', [entry('project.qde', Buffer.from(root, 'utf16le')), text]],
    ['with a mark', [entry('project.qde', `\ufeff${root}`), text]],
    ['with a second one beside it', [entry('project.qde', root), entry('old.qde', '<a/>'), text]],
    ['in a folder', [entry('p/project.qde', root), entry(`p/Sources/${GUID}1.txt`, words)]],
    ['with backslashes', [entry('project.qde', qde(source(`internal:\\\\sources\\${GUID}1.txt`))), text]],
    ['with a relative path', [entry('project.qde', qde(source(`relative:///sources/${GUID}1.txt`))), text]],
    ['without path', [entry('project.qde', qde(source(''))), text]],
  ])('is read %s', async (_, entries) => {
    const { project, textOf } = await open(...entries);
    expect(project.sources.map(textOf)).toEqual([words]);
  });

  it.each(['absolute:///etc/passwd', 'relative://../../etc/passwd', 'file:///etc/passwd', '/etc/passwd'])(
    'has no text outside the archive: %s',
    async (path) => {
      const { project, textOf } = await open(entry('project.qde', qde(source(path))));
      expect(project.sources.map(textOf)).toEqual([null]);
      expect(checkProject(project, textOf).map(({ kind }) => kind)).toEqual(['outside-path', 'no-text']);
    },
  );

  it.each(['-1', '1e1', '2abc', '', '٣'])('has no place at %j', async (at) => {
    const inside = INSIDE.replace('endPosition="2"', `endPosition="${at}"`);
    const { project } = await open(entry('project.qde', qde(source('', inside))), text);
    expect(project.sources[0]?.selections[0]?.end).toBeNaN();
  });

  it('is read or refused with a reason, whatever is changed in it', async () => {
    const places = fc.array(
      fc.tuple(
        fc.nat(root.length),
        fc.nat(40),
        fc.constantFrom('', '<', '"', '>', '&#0;', '</Code>', '\0', '😀'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const changed = changes.reduce(
          (now, [at, length, by]) => now.slice(0, at) + by + now.slice(at + length),
          root,
        );
        try {
          const { project, textOf } = await open(entry('project.qde', changed), text);
          checkProject(project, textOf);
          codebookOfProject(project, '访谈.qdpx');
          filedCases(project, textOf, '访谈.qdpx');
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
