import { beforeAll, describe, expect, it } from 'vitest';
import { allCodes } from '../../../src/formats/refi-qda/check-project.js';
import type { Context } from '../../../src/project/context.js';
import { statedRelations } from '../../../src/project/stated-relations.js';
import { listMemos } from '../../../src/workflow/list-memos.js';
import { relateCodes } from '../../../src/workflow/relate-codes.js';
import { addMemo } from '../../../src/workflow/write-memo.js';
import { codedProject } from '../coded-project.js';
import { exchange, handCoded, someCodes } from './coded-texts.js';
import { rewrite, take } from './rewrite-qdpx.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

const people = { withoutProposals: true } as const;
const bytesOf = async (context: Context) => (await exchange(context, people)).bytes;

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
    statedRelations(store, 'six-pillars').map(({ from, relation, to }) => [
      from.label,
      relation.kind,
      to.label,
    ]);

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
