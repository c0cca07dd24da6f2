import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/formats/limits.js';
import { allCodes, checkProject } from '../../../src/formats/refi-qda/check-project.js';
import type { QdaProject } from '../../../src/model/qda-project.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { readZip } from '../../formats/read-zip.js';
import { rejectionOf } from '../../formats/rejection.js';
import { codedProject } from '../coded-project.js';
import { makeFolder } from '../project.js';
import { exchange, handCoded, handCodedLater, WORDS } from './coded-texts.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

const SCHEMA = join(import.meta.dirname, '../../../../shared/refi/Project.xsd');
const HAS_XMLLINT = spawnSync('xmllint', ['--version']).status === 0;
const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';
const HAS_PYREFIQDA = spawnSync(PYTHON, ['-c', 'import pyrefiqda']).status === 0;
const HAS_QDAPY = spawnSync(PYTHON, ['-c', 'import qdapy']).status === 0;
const READ_WITH_QDAPY = `
import json, sys
from qdapy import read_qdpx
project = read_qdpx(sys.argv[1], warn=False)
rows = project.fragments.fillna("").to_dict("records")
print(json.dumps(["·".join([r["codedBy"], r["title"], r["text"], r["code"].split("/")[-1]]) for r in rows]))
`;
const READ_WITH_PYREFIQDA = `
import json, sys
from pyrefiqda import RefiProject
project = RefiProject.load(sys.argv[1], extract_dir=sys.argv[2])
def walk(code):
    yield code.name
    for child in code.code: yield from walk(child)
sources = project.sources.text_source
out = {"users": sorted(u.name for u in project.users.user),
       "codes": sorted(n for c in project.code_book.codes.code for n in walk(c)),
       "sources": sorted(s.name for s in sources),
       "codings": sum(len(p.coding) for s in sources for p in s.plain_text_selection)}
print(json.dumps(out))
`;

/** The codings of a project in words: who, which case, which words, which code. */
function codingsOf(project: QdaProject, textOf: (source: QdaProject['sources'][number]) => string | null) {
  const names = new Map(allCodes(project.codes).map(({ guid, name }) => [guid, name]));
  const users = new Map(project.users.map(({ guid, name }) => [guid, name]));
  return project.sources.flatMap((source) =>
    source.selections.flatMap((selection) =>
      selection.codings.map(({ user, code }) =>
        [
          users.get(user),
          source.name,
          sliceCodePoints(textOf(source) ?? '', selection),
          names.get(code),
        ].join('·'),
      ),
    ),
  );
}

describe('export qdpx', () => {
  it('writes the codings of people as theirs, at the very words of texts in the common form', async () => {
    const { project, textOf } = await exchange(await handCoded(), { withoutProposals: true });
    expect(codingsOf(project, textOf).sort()).toEqual(
      [
        `王·怪文·${WORDS}·收益分红`,
        `王·怪文·${WORDS}·扶贫产业`,
        '李·怪文·建了café大棚·收益分红',
        '李·怪文·第二段·扶贫产业',
        '王·另文·建了大棚·扶贫产业',
      ].sort(),
    );
    const odd = project.sources.find(({ name }) => name === '怪文');
    expect(odd && textOf(odd)).toBe('村里😀的合作社\n建了café大棚，给每户分红。\n👨‍👩‍👧豈有此理\n第二段。');
    expect(project.users.map(({ name }) => name)).toEqual(['李', '王']);
  });

  it('writes proposals as those of zhagen, unless they are to be left out', async () => {
    const { project, textOf } = await exchange(await handCoded());
    const proposals = codingsOf(project, textOf).filter((one) => one.startsWith('zhagen·'));
    expect(proposals.length).toBeGreaterThan(10);
    // What people coded at just that place is no proposal any more.
    expect(new Set(proposals).size).toBe(proposals.length);
  });

  it('leaves out what does not count or is sealed, and says how much of what it does not have', async () => {
    const { project, textOf, notes, files } = await exchange(await handCoded());
    const names = project.cases.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['JX01', '怪文', '无文']));
    expect(names).not.toContain('AH01');
    expect(JSON.stringify([project, project.sources.map(textOf)])).not.toContain('JX02');
    expect(notes).toEqual(
      expect.arrayContaining([
        { kind: 'not-carried', what: 'excluded', count: 1 },
        { kind: 'not-carried', what: 'sealed', count: 1 },
        { kind: 'not-carried', what: 'form', count: 1 },
      ]),
    );
    expect(readFileSync(files[1] ?? '', 'utf8')).toContain('已剔除的案例：1');
    const report = project.notes.find(({ name }) => name === 'zhagen 导出说明');
    expect(report?.content).toContain('已剔除和预留的案例');
  });

  it('has a case coded as a whole as a code of the case, and who coded it in its description', async () => {
    const { project } = await exchange(await handCoded(), { withoutProposals: true });
    const one = project.cases.find(({ name }) => name === '无文');
    const code = allCodes(project.codes).find(({ name }) => name === '收益分红');
    expect(one).toMatchObject({ codes: [code?.guid], sources: [] });
    expect(one?.description).toContain('- 王');
  });

  it('has memos as notes that what they are on refers to', async () => {
    const { project } = await exchange(await handCoded(), { withoutProposals: true });
    const text = new Map(project.notes.map(({ guid, content }) => [guid, content]));
    const on = (refs: readonly string[] = []) => refs.map((guid) => text.get(guid));
    expect(on(project.projectNotes).slice(0, 2).sort()).toEqual(['总体想法 <重要> & “关键”', '问镇里要原文']);
    expect(on(allCodes(project.codes).find(({ name }) => name === '收益分红')?.notes)).toEqual([
      '与集体收益的界限',
    ]);
    const odd = project.sources.find(({ name }) => name === '怪文');
    expect(on(odd?.notes)).toEqual(['要回访']);
    const codings = odd?.selections.flatMap((selection) => selection.codings) ?? [];
    expect(codings.flatMap((coding) => on(coding.notes))).toEqual(['第一行\n第二行']);
  });

  it('has attributes as variables of cases, numbers as numbers only where nothing is lost by it', async () => {
    const { project } = await exchange(await handCoded());
    const names = new Map(project.variables.map(({ guid, name }) => [guid, name]));
    const values = project.cases.find(({ name }) => name === 'JX01')?.values ?? [];
    const province = values.find(({ variable }) => names.get(variable) === 'province');
    expect(province).toMatchObject({ type: 'Text', value: expect.stringMatching(/./) });
  });

  it('is free of faults that the schema does not find, and has one set a level', async () => {
    const { project, textOf } = await exchange(await handCoded());
    expect(checkProject(project, textOf)).toEqual([]);
    expect(project.sets.map(({ name }) => name).slice(1)).toEqual(['选择式编码', '轴心编码', '开放式编码']);
  });

  it('is the same bytes from the same project, whatever its times and ids', async () => {
    const [first, later] = [await exchange(await handCoded()), await exchange(await handCodedLater())];
    expect(Buffer.compare(first.bytes, later.bytes)).toBe(0);
  });

  it('replaces neither the project nor the table beside it unless told to', async () => {
    const context = await handCoded();
    const { out } = await exchange(context);
    expect(await rejectionOf(exchange(context, { out }))).toMatchObject({ code: 'export/exists' });
    await exchange(context, { out, force: true });
  });

  it('writes only the codings of a coder, and nothing of others, in a blind view', async () => {
    const { project } = await exchange(await handCoded(), { view: 'blind', coder: '李' });
    expect(project.users.map(({ name }) => name)).toEqual(['李']);
    expect(project.notes.map(({ content }) => content)).not.toContain('要回访');
  });

  it.skipIf(!existsSync(SCHEMA) || !HAS_XMLLINT)(
    'is valid by the schema of REFI-QDA (needs xmllint and ../shared)',
    async () => {
      const { bytes } = await exchange(await handCoded());
      const parts = await readZip('project.qdpx', bytes, DEFAULT_LIMITS);
      const file = join(makeFolder().path, 'project.qde');
      writeFileSync(file, parts.find(({ name }) => name === 'project.qde')?.bytes ?? '');
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', SCHEMA, file], {
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
    },
  );

  it.skipIf(!HAS_PYREFIQDA)('is read by pyrefiqda (needs it)', async () => {
    const { out, project, textOf } = await exchange(await handCoded());
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', READ_WITH_PYREFIQDA, out, makeFolder().path], {
      encoding: 'utf8',
    });
    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout)).toEqual({
      users: project.users.map(({ name }) => name).sort(),
      codes: allCodes(project.codes)
        .map(({ name }) => name)
        .sort(),
      sources: project.sources.map(({ name }) => name).sort(),
      codings: codingsOf(project, textOf).length,
    });
  });

  it.skipIf(!HAS_QDAPY)('is read by qdapy, every coding at its very words (needs it)', async () => {
    const { out, project, textOf } = await exchange(await handCoded());
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', READ_WITH_QDAPY, out], { encoding: 'utf8' });
    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout).sort()).toEqual(codingsOf(project, textOf).sort());
  });
});
