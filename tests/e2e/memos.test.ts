import { describe, expect, it } from 'vitest';
import type { ListedMemo } from '../../src/workflow/list-memos.js';
import { makeProgram } from './program.js';
import { makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();
const { cwd, inProject, json } = makeSampleProject(zhagen, folder('project'));

describe('memos', () => {
  it('are written, edited, listed and taken back from the command line', async () => {
    const told = await inProject(
      'memo',
      'add',
      '面子也是资源',
      '--on',
      'code:收益分红',
      '--type',
      'theoretical',
    );
    expect([told.code, told.err]).toEqual([
      0,
      expect.stringMatching(/^memo 收益分红 → 面子也是资源 {2}[0-9a-f]{8}\n$/),
    ]);
    const input = '访谈提纲\r\n补问一句\n';
    const typed = await zhagen(['memo', 'add', '-', '--on', 'project', '--lang', 'zh'], { cwd, input });
    expect(typed.err).toMatch(/^备忘 整个项目 → 访谈提纲 补问一句 {2}[0-9a-f]{8}\n$/);
    const [ofProject] = await json<ListedMemo[]>('memo', 'list', '--on', 'project');
    expect(ofProject).toMatchObject({
      text: '访谈提纲\n补问一句',
      type: 'note',
      coder: 'tester',
      versions: 1,
    });
    const id = ofProject?.memo.slice(0, 8) ?? '';
    expect((await inProject('memo', 'edit', id, '已补问')).code).toBe(0);
    expect(await json<ListedMemo[]>('memo', 'list', '--type', 'note')).toMatchObject([
      { text: '已补问', versions: 2, history: [{ text: '访谈提纲\n补问一句' }, { text: '已补问' }] },
    ]);
    const other = await inProject('memo', 'edit', id, '不同意', '--coder', 'other');
    expect([other.code, other.err]).toEqual([1, expect.stringContaining(`by tester`)]);
    const listed = await inProject('memo', 'list', '--lang', 'zh');
    expect(listed.out).toMatch(/^对象类别 .*备忘编号\n/);
    expect(listed.out).toMatch(new RegExp(`^项目 .*备忘 +已补问 +tester +2 +否 +${id}$`, 'm'));
    expect((await inProject('memo', 'list', '--coder', 'other')).err).toBe('Nothing found.\n');
    expect((await inProject('undo')).err).toMatch(/^undo memo the project → /);
    expect(await json('tables', 'memos')).toMatchObject([
      { text: '访谈提纲\n补问一句' },
      { about: '收益分红' },
    ]);
  }, 90_000);

  it.each([
    [['add', '--on', 'project'], 'The memo is empty.'],
    [['add', '一', '二', '--on', 'project'], 'takes one text'],
    [['edit'], 'takes the id of a memo'],
    [['edit', 'abcd', '一'], 'There is no memo "abcd"'],
    [['add', '一'], '--on case:ID'],
    [['add', '一', '--on', 'code:收益分'], 'Did you mean: 收益分红'],
    [['list', '--type', 'theory'], 'theoretical'],
  ])('that make no sense are answered with the way out: %s', async (args, problem) => {
    const { code, err } = await inProject('memo', ...args);
    expect([code, err]).toEqual([1, expect.stringContaining(problem)]);
  });
});
