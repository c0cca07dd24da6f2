import { beforeAll, describe, expect, it } from 'vitest';
import { allCodes } from '../../../src/formats/refi-qda/check-project.js';
import { codebookInForce } from '../../../src/project/applied-codebook.js';
import type { Context } from '../../../src/project/context.js';
import { statedRelations } from '../../../src/project/stated-relations.js';
import { importQdaProject } from '../../../src/workflow/import-qda-project.js';
import { codePassage } from '../../../src/workflow/judge-passages.js';
import { listMemos } from '../../../src/workflow/list-memos.js';
import { relateCodes } from '../../../src/workflow/relate-codes.js';
import { addMemo } from '../../../src/workflow/write-memo.js';
import { codedProject } from '../coded-project.js';
import { exchange, handCoded } from './coded-texts.js';
import { rewrite, take } from './rewrite-qdpx.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

const CODEBOOK = 'six-pillars';
const people = { withoutProposals: true } as const;
const bytesOf = async (context: Context) => (await exchange(context, people)).bytes;

/** A code with those below it, as the file writes it. */
const elementOf = (qde: string, name: string) =>
  new RegExp(`^( *)<Code guid="[^"]+" name="${name}"[\\s\\S]*?^\\1</Code>\\n`, 'm').exec(qde)?.[0] ?? '';

/** Puts a code under another, or (without a name) at the top. */
function move(qde: string, name: string, under?: string): string {
  const one = elementOf(qde, name);
  const rest = qde.replace(one, '');
  const above = under === undefined ? '' : elementOf(rest, under);
  return under === undefined
    ? rest.replace('</Codes>', () => `${one}</Codes>`)
    : rest.replace(above, () => above.replace(/ *<\/Code>\n$/, (end) => `${one}${end}`));
}

function codeOf({ store }: Context, label: string) {
  const codes = codebookInForce(store, CODEBOOK)?.codebook.codes ?? [];
  const code = codes.find((one) => one.label.zh === label);
  return code && { ...code, above: codes.find(({ id }) => id === code.parent)?.label.zh ?? '' };
}

/** A code that nobody coded with, one under another parent of its level, and both parents. */
async function someCodes(context: Context) {
  const { project } = await exchange(context, people);
  const [first, second] = project.codes.flatMap(({ codes }) => codes);
  const [leaf, sibling] = first?.codes ?? [];
  return {
    leaf: leaf?.name ?? '',
    sibling: sibling?.name ?? '',
    parent: first?.name ?? '',
    other: second?.name ?? '',
    top: project.codes.at(-1)?.name ?? '',
  };
}

describe('codes that were changed in another program', () => {
  it('are moved by decisions of whoever imports, once', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    const path = await rewrite(await bytesOf(context), (_, qde) => move(qde, leaf, other));
    const report = await take(context, path);
    expect(report.changedCodes).toEqual([{ code: leaf, parent: other }]);
    expect(report.decisions.map(({ kind, coder }) => [kind, coder])).toEqual([['move', '乙']]);
    expect(codeOf(context, leaf)?.above).toBe(other);
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('are renamed and moved in one, and found by their former names', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    const path = await rewrite(await bytesOf(context), (_, qde) =>
      move(qde, leaf, other).replace(`name="${leaf}"`, 'name="改了名的编码"'),
    );
    const report = await take(context, path);
    expect(report.changedCodes).toEqual([{ code: leaf, name: '改了名的编码', parent: other }]);
    expect(codeOf(context, '改了名的编码')).toMatchObject({
      above: other,
      terms: expect.arrayContaining([leaf]),
    });
  });

  it('go to the top, and go with all below them to a lower level where there is one', async () => {
    const context = await handCoded();
    const { leaf, parent, other } = await someCodes(context);
    const top = await take(context, await rewrite(await bytesOf(context), (_, qde) => move(qde, leaf)));
    expect(top.changedCodes).toEqual([{ code: leaf, parent: '' }]);
    expect(codeOf(context, leaf)?.above).toBe('');
    // Three levels: a code of the second with codes below it has no room below another of the second.
    const low = await take(
      context,
      await rewrite(await bytesOf(context), (_, qde) => move(qde, parent, other)),
    );
    expect(low.changedCodes).toEqual([]);
    expect(low.notTaken).toContainEqual({ kind: 'no-level', count: 1 });
  });

  it('are put under new codes, which get the level above', async () => {
    const context = await handCoded();
    const { leaf, sibling } = await someCodes(context);
    const fresh = '<Code guid="11111111-2222-4333-8444-555555555556" name="新类属" isCodable="false">';
    const path = await rewrite(await bytesOf(context), (_, qde) => {
      const [one, two] = [elementOf(qde, leaf), elementOf(qde, sibling)];
      const rest = qde.replace(one, '').replace(two, '');
      return rest.replace('</Codes>', () => `${fresh}${one}${two}</Code></Codes>`);
    });
    const report = await take(context, path);
    expect(report.newCodes).toEqual(['新类属']);
    expect([leaf, sibling].map((label) => codeOf(context, label)?.above)).toEqual(['新类属', '新类属']);
  });

  it('stay where the project moved them meanwhile when only their names are others', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    const bytes = await bytesOf(context);
    await take(context, await rewrite(bytes, (_, qde) => move(qde, leaf, other)));
    await take(context, await rewrite(bytes, (_, qde) => qde.replace(`name="${leaf}"`, 'name="又一个名字"')));
    expect(codeOf(context, '又一个名字')?.above).toBe(other);
  });
});

describe('codes that another program has no longer', () => {
  it('are deleted with all below them where nobody coded with them', async () => {
    const context = await handCoded();
    const { parent, leaf } = await someCodes(context);
    const path = await rewrite(await bytesOf(context), (_, qde) => qde.replace(elementOf(qde, parent), ''));
    const report = await take(context, path);
    expect(report.deletedCodes).toContain(leaf);
    expect(report.deletedCodes.at(-1)).toBe(parent);
    expect(codeOf(context, parent)).toBeUndefined();
    expect(new Set(report.decisions.map(({ kind }) => kind))).toEqual(new Set(['delete']));
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('stay with the codings of others, while those of whoever deleted them are taken back', async () => {
    const context = await handCoded();
    const path = await rewrite(await bytesOf(context), (_, qde) => withoutCode(qde, '收益分红'));
    const report = await importQdaProject(context, { path, coder: '王' });
    expect(report.deletedCodes).toEqual([]);
    expect(report.keptCodes).toEqual([{ code: '收益分红', codings: 1, coders: ['李'] }]);
    expect(report.changes.map(({ what, coder }) => [what, coder])).toEqual([
      ['removed', '王'],
      ['removed', '王'],
    ]);
    expect(codeOf(context, '收益分红')).toBeDefined();
  });

  it('are deleted with the codings of whoever deleted them', async () => {
    const context = await handCoded();
    const { leaf } = await someCodes(context);
    await codePassage(context, {
      caseId: '另文',
      codes: [leaf],
      quote: '收益归集体',
      coder: '王',
      reason: '',
    });
    const path = await rewrite(await bytesOf(context), (_, qde) => withoutCode(qde, leaf));
    const report = await importQdaProject(context, { path, coder: '王' });
    expect(report.deletedCodes).toEqual([leaf]);
    expect(report.changes.map(({ what }) => what)).toEqual(['removed']);
  });

  it('are not those that the project made since', async () => {
    const context = await handCoded();
    const { leaf } = await someCodes(context);
    const bytes = await bytesOf(context);
    const fresh = '<Code guid="11111111-2222-4333-8444-555555555557" name="后来的编码" isCodable="true"/>';
    await take(context, await rewrite(bytes, (_, qde) => qde.replace('</Codes>', `${fresh}</Codes>`)));
    const report = await take(context, await rewrite(bytes, (_, qde) => withoutCode(qde, leaf)));
    expect(report.deletedCodes).toEqual([leaf]);
    expect(codeOf(context, '后来的编码')).toBeDefined();
  });
});

/** Deletes a code as other programs do: with its codings. */
function withoutCode(qde: string, name: string): string {
  const one = elementOf(qde, name);
  const guid = /guid="([^"]+)"/.exec(one)?.[1] ?? '';
  return qde
    .replace(one, '')
    .replaceAll(new RegExp(`<Coding [^>]*>\\s*<CodeRef targetGUID="${guid}"/>[\\s\\S]*?</Coding>`, 'g'), '')
    .replaceAll(new RegExp(`<(?:CodeRef|MemberCode) targetGUID="${guid}"/>`, 'g'), '');
}

describe('memos that another program has no longer', () => {
  const memosOf = (context: Context) => listMemos(context, {}).map(({ text }) => text);
  const without = (text: string) => (_: unknown, qde: string) => {
    const note = new RegExp(`<Note guid="([^"]+)"(?:(?!</Note>)[\\s\\S])*${text}[\\s\\S]*?</Note>\\n`).exec(
      qde,
    );
    return qde
      .replace(note?.[0] ?? '', '')
      .replaceAll(new RegExp(`<NoteRef targetGUID="${note?.[1]}"/>`, 'g'), '');
  };

  it('are deleted by their authors', async () => {
    const context = await handCoded();
    const path = await rewrite(await bytesOf(context), without('要回访'));
    const report = await take(context, path);
    expect(report).toMatchObject({ deletedMemos: 1, newMemos: 0, editedMemos: 0 });
    expect(report.decisions.map(({ kind, coder }) => [kind, coder])).toEqual([['delete', '王']]);
    expect(memosOf(context)).not.toContain('要回访');
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('stay while somebody wrote about them', async () => {
    const context = await handCoded();
    const bytes = await bytesOf(context);
    const memo = listMemos(context, {}).find(({ text }) => text === '要回访');
    await addMemo(context, { on: `memo:${memo?.memo}`, text: '已回访', coder: '李' });
    const report = await take(context, await rewrite(bytes, without('要回访')));
    expect(report.notTaken).toContainEqual({ kind: 'memo-answered', count: 1 });
    expect(memosOf(context)).toContain('要回访');
  });
});

describe('links between codes', () => {
  const relationsOf = ({ store }: Context) =>
    statedRelations(store, CODEBOOK).map(({ from, relation, to }) => [from.label, relation.kind, to.label]);

  it('are the relations of the project', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    await relateCodes(context, { code: leaf, to: other, as: '因果条件', coder: '王', reason: '' });
    const { project } = await exchange(context, people);
    const names = new Map(allCodes(project.codes).map(({ guid, name }) => [guid, name]));
    expect(project.links.map(({ name, from, to }) => [names.get(from), name, names.get(to)])).toEqual(
      relationsOf(context),
    );
  });

  it('are related and taken away as they are drawn and deleted', async () => {
    const context = await handCoded();
    const { leaf, other, sibling } = await someCodes(context);
    await relateCodes(context, { code: leaf, to: other, as: '因果条件', coder: '王', reason: '' });
    const guids = new Map(
      allCodes((await exchange(context, people)).project.codes).map(({ name, guid }) => [name, guid]),
    );
    const link = (name: string, direction: string, from = '', to = '') =>
      `<Link guid="${name}1-2222-4333-8444-555555555555" name="${name}" direction="${direction}" originGUID="${from}" targetGUID="${to}"/>`;
    const [a, b] = [guids.get(leaf), guids.get(sibling)];
    const path = await rewrite(await bytesOf(context), (_, qde) =>
      qde.replace(
        / *<Link [^>]*name="因果条件"[^>]*>\n/,
        () =>
          link('consequence', 'OneWay', a, b) +
          link('互相促进', 'Bidirectional', a, b) +
          link('', 'OneWay', a, b),
      ),
    );
    const before = relationsOf(context).filter(([, kind]) => kind !== '因果条件');
    const report = await take(context, path);
    expect(report.removedRelations).toEqual([{ from: leaf, kind: '因果条件', to: other }]);
    expect(report.notTaken).toContainEqual({ kind: 'link-unnamed', count: 1 });
    expect(relationsOf(context).sort()).toEqual(
      [...before, [leaf, '结果', sibling], [leaf, '互相促进', sibling], [sibling, '互相促进', leaf]].sort(),
    );
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('of other things, graphs and colours are told by kind', async () => {
    const context = await handCoded();
    const { project, bytes } = await exchange(context, people);
    const [one, two] = project.cases;
    const [text] = project.sources;
    const link = (from = '', to = '') =>
      `<Link guid="${from.slice(0, 8)}-1111-4333-8444-${to.slice(0, 8)}5555" name="x" originGUID="${from}" targetGUID="${to}"/>`;
    const path = await rewrite(bytes, (_, qde) =>
      qde
        .replace('<Code guid', '<Code color="#FF0000" guid')
        .replace(/ {2}<Links>[\s\S]*<\/Links>\n/, '')
        .replace(
          '  <Sets>',
          `<Links>${link(one?.guid, two?.guid)}${link(text?.guid, text?.guid)}${link(one?.guid, text?.guid)}</Links><Sets>`,
        )
        .replace('</Sets>', '</Sets><Graphs><Graph guid="1" name="图"/></Graphs>'),
    );
    const { notTaken } = await take(context, path, true);
    expect(notTaken).toEqual(
      expect.arrayContaining([
        { kind: 'code-colour', count: 1 },
        { kind: 'link-cases', count: 1 },
        { kind: 'link-texts', count: 1 },
        { kind: 'Link', count: 1 },
        { kind: 'Graph', count: 1 },
      ]),
    );
  });
});
