import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decisions/decision.js';
import type { ContestedRow, EvidenceRow, RawRow } from '../../src/model/table-rows.js';
import { groupBy } from '../../src/text/group-by.js';
import { hashOf, makeProgram } from './program.js';
import { makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();
const { cwd, inProject, json } = makeSampleProject(zhagen, folder('project'));

const idOf = ({ caseId }: EvidenceRow) => caseId;

describe('decisions', () => {
  const kept = (rows: readonly RawRow[]) =>
    rows.filter((row) => row.kept).map(({ rawKeyword }) => rawKeyword);

  it('are made, told and taken back from the command line', async () => {
    const db = join(cwd, 'zhagen.db');
    const before = hashOf(db);
    const [first = '', second = '', third = ''] = [...new Set(kept(await json<RawRow[]>('tables', 'raw')))];
    const by = ['--coder', '左停', '--reason', '对研究问题没有意义'];
    const { decisions } = await json<{ decisions: Decision[] }>('drop', first, second, ...by);
    expect(decisions).toMatchObject([
      {
        kind: 'drop',
        target: { type: 'keyword', group: '*', word: first },
        coder: '左停',
        reason: '对研究问题没有意义',
        isBulk: true,
      },
      { kind: 'drop', target: { word: second } },
    ]);
    const rows = await json<RawRow[]>('tables', 'raw');
    expect(kept(rows)).not.toContain(first);
    expect(rows.find(({ rawKeyword }) => rawKeyword === first)?.decisionId).toBe(decisions[0]?.id);

    const told = await inProject('fold', third, '扶贫产业园', '--reason', '近义');
    expect([told.code, told.err]).toEqual([
      0,
      expect.stringMatching(
        new RegExp(`^fold ${third} → 扶贫产业园 \\(all groups\\) {2}[0-9a-f]{8}\nBrought up to date: `),
      ),
    ]);
    expect((await inProject('keep', '扶贫产业园')).code).toBe(0);
    expect((await inProject('add', '衔接乡村振兴', '--case', 'JX01', '--quote', '产业')).code).toBe(0);
    expect((await inProject('merge', '扶贫产业园', '扶贫产业')).code).toBe(0);
    expect((await inProject('split', '扶贫产业园')).code).toBe(0);

    const history = await json<Decision[]>('history');
    expect(history.map(({ kind }) => kind)).toEqual([
      'drop',
      'drop',
      'fold',
      'keep',
      'add',
      'merge',
      'split',
    ]);
    const listed = await inProject('history', '--lang', 'zh');
    expect(listed.out).toMatch(/^时间 +编码者 +决定 +分组 +理由 +编号\n/);
    expect(listed.out).toMatch(/ 左停 +剔除 .* 对研究问题没有意义 +[0-9a-f]{8}$/m);

    const other = await inProject('undo', '--coder', 'somebody');
    expect([other.code, other.err]).toEqual([
      1,
      'somebody has no decision to take back. See: zhagen history\n',
    ]);
    for (const kind of ['split', 'merge', 'add', 'keep', 'fold']) {
      const undone = await inProject('undo');
      expect([undone.code, undone.err]).toEqual([0, expect.stringMatching(`^undo ${kind} `)]);
    }
    // Both words of one statement are taken back together, the last first.
    expect((await inProject('undo', '--coder', '左停')).err).toMatch(
      new RegExp(`^undo drop ${second} .*\nundo drop ${first} `),
    );
    expect(hashOf(db)).toBe(before);
  }, 90_000);

  it('that later ones depend on are not taken back, and a misspelt word is answered with its like', async () => {
    const [word = '', other = ''] = kept(await json<RawRow[]>('tables', 'raw'));
    expect((await inProject('add', '十里塅', '--coder', 'one')).code).toBe(0);
    expect((await inProject('fold', word, '十里塅', '--coder', 'two')).code).toBe(0);
    const blocked = await inProject('undo', '--coder', 'one');
    expect([blocked.code, blocked.err.split('\n').slice(0, 4)]).toEqual([
      1,
      [
        'This cannot be taken back:',
        '  add 十里塅 (one)',
        'Later decisions depend on it:',
        `  fold ${word} → 十里塅 (two)`,
      ],
    ]);
    const misspelt = `${[...other].slice(0, -1).join('')}錯`;
    const { code, err } = await inProject('drop', misspelt);
    expect([code, err]).toEqual([1, expect.stringMatching(`Did you mean: .*${other}`)]);
    expect((await inProject('undo', '--coder', 'two')).code).toBe(0);
    expect((await inProject('undo', '--coder', 'one')).code).toBe(0);
  }, 90_000);

  it('of two coders who differ are listed, counted in captions, and adjudicated or left to the lead coder', async () => {
    const [word = ''] = kept(await json<RawRow[]>('tables', 'raw'));
    const isKept = async () => kept(await json<RawRow[]>('tables', 'raw')).includes(word);
    await inProject('drop', word, '--coder', 'one');
    await inProject('keep', word, '--coder', 'two');
    expect(await isKept()).toBe(false);
    const contested = await json<ContestedRow[]>('tables', 'contested');
    expect(contested).toMatchObject([
      { word, coder: 'one', verdict: 'drop', inForce: true },
      { word, coder: 'two', verdict: 'keep', inForce: false },
    ]);
    expect((await inProject('tables', 'frequency', '--lang', 'zh')).err).toContain('尚未裁决的判定 1 个');
    const again = await inProject('keep', word, '--coder', 'two');
    expect(again.err).toContain(`${word}: already in force`);

    expect((await inProject('adjudicate', word, '--verdict-of', 'two', '--coder', 'three')).err).toMatch(
      `adjudicate keep ${word}`,
    );
    expect([await isKept(), await json('tables', 'contested')]).toEqual([true, []]);
    await inProject('undo', '--coder', 'three');
    expect(await isKept()).toBe(false);
    await inProject('redo', '--coder', 'three');
    expect(await isKept()).toBe(true);
    await inProject('undo', '--coder', 'three');

    expect((await inProject('settings', 'lead-coder', 'two')).code).toBe(0);
    expect([await isKept(), await json('tables', 'contested')]).toEqual([true, []]);
    const { code, err } = await inProject('settings', 'lead-coder', 'nobody');
    expect([code, err]).toEqual([1, expect.stringContaining('one, tester, three, two')]);
  }, 120_000);

  it('speak of the passages of a code in some cases', async () => {
    const evidence = (...args: string[]) => json<EvidenceRow[]>('tables', 'evidence', ...args);
    const proposals = (await evidence()).filter(({ origins }) => origins.includes('rule'));
    const casesOf = groupBy(proposals, ({ code }) => code);
    const [code = '', rows = []] = [...casesOf].find(([, of]) => new Set(of.map(idOf)).size >= 3) ?? [];
    const [one = '', other = ''] = new Set(rows.map(idOf));
    const wanted = rows.filter(({ caseId }) => caseId === one || caseId === other);
    const confirmed = await inProject('confirm', '--code', code, '--case', one, '--case', other);
    expect([confirmed.code, confirmed.err.split('\n').length - 1]).toEqual([0, wanted.length]);
    const inForce = await evidence('--status', 'confirmed');
    expect(inForce.filter((row) => row.code === code).map(({ passage }) => passage)).toEqual(
      wanted.map(({ passage }) => passage),
    );
    const twice = await inProject('add', '产业', '--case', one, '--case', other);
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('--case')]);
  }, 120_000);
});
