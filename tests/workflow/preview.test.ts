import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/model/codebook.js';
import { loadCodebook } from '../../src/sources/load-codebook.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { withRehearsal } from '../../src/workflow/open-project.js';
import { ranProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const projects = makeFolder();
const PROJECT = await ranProject('JX01', 'JX02', 'GS01');
const { codebook: SIX } = loadCodebook('six-pillars').framework;

afterAll(projects.remove);

/** The codebook with other codes, as its authors may change it; JSON is YAML. */
function changed(change: (codes: Codebook['codes']) => readonly object[]): string {
  const path = join(projects.path, 'six-pillars.yaml');
  writeFileSync(path, JSON.stringify({ ...SIX, version: '9', codes: change(SIX.codes) }));
  return path;
}

const byCode = <T extends { code: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.code, row]));

describe('a codebook changed after coding', () => {
  it('changes no table until it is applied, then says what each code and case had before', async () => {
    const context = copyProject(PROJECT);
    const openCodes = () => rowsOf(context, 'coding').filter(({ level }) => level === 'open');
    const before = openCodes();
    const used = before.find(({ references }) => references > 3);
    const path = changed((codes) => codes.filter(({ label }) => label.zh !== used?.code));
    expect(openCodes()).toEqual(before);

    const { changes } = await codeCases(context, { codebook: path });
    const after = byCode(openCodes());
    const told = byCode(changes?.codes ?? []);
    expect(told.get(used?.code ?? '')).toMatchObject({ change: 'gone', references: [used?.references, 0] });
    for (const row of before) {
      const now = after.get(row.code);
      if (!now) continue;
      const isSame =
        [row.references, row.cases, row.assignments].join() ===
        [now.references, now.cases, now.assignments].join();
      expect(told.has(row.code)).toBe(!isSame);
      if (!isSame) expect(told.get(row.code)?.references).toEqual([row.references, now.references]);
    }
  });

  it('names the cases that another pillar comes first in', async () => {
    const context = copyProject(PROJECT);
    const first = (caseId: string) =>
      rowsOf(context, 'pillars', { by: 'case' }).find(({ group, rank }) => group === caseId && rank === 1)
        ?.pillar;
    const before = first('JX01');
    const top = SIX.codes.filter(({ level }) => level === 'selective').map(({ label }) => label.zh);
    const path = changed((codes) =>
      codes.map((code) => ({
        ...code,
        weight: code.label.zh === before || code.level !== 'selective' ? 0.01 : 50,
      })),
    );
    const { changes } = await codeCases(context, { codebook: path });
    const told = changes?.mainPillars.find(({ caseId }) => caseId === 'JX01');
    expect(told ?? { caseId: 'JX01', before, after: before }).toEqual({
      caseId: 'JX01',
      before,
      after: first('JX01'),
    });
    expect(top).toContain(first('JX01'));
  });

  it('says that nothing changes when nothing does, and nothing at the first coding', async () => {
    const context = copyProject(PROJECT);
    expect((await codeCases(context, {})).changes).toEqual({ codes: [], mainPillars: [] });
    expect((await codeCases(context, { codebook: 'five-revitalisations' })).changes).toBeNull();
  });

  it('can be rehearsed without writing anything', async () => {
    const context = copyProject(PROJECT);
    const { path } = context.store;
    const before = stateHash(context.store);
    context.store.close();
    const codebook = changed((codes) => codes.filter(({ label }) => label.zh !== '利益联结'));
    const { changes } = await withRehearsal(
      path,
      { toolVersion: 'test', progress: async () => {} },
      (rehearsal) => codeCases(rehearsal, { codebook }),
    );
    expect(changes?.codes.some(({ code, change }) => code === '利益联结' && change === 'gone')).toBe(true);
    const again = openStore(path, { mode: 'read' });
    expect(stateHash(again)).toBe(before);
    again.close();
  });
});

describe('a new version of a codebook', () => {
  const say = (
    context: ReturnType<typeof copyProject>,
    kind: 'rename' | 'move' | 'merge',
    ...words: string[]
  ) => decide(context, { kind, words, coder: '左', reason: '' });

  it('lists the decisions that it meets, and keeps those in force that still can be', async () => {
    const context = copyProject(PROJECT);
    const word =
      rowsOf(context, 'raw').find(({ kept, coreKeyword }) => kept && coreKeyword === null)?.rawKeyword ?? '';
    await say(context, 'rename', '扶贫产业', '帮扶产业');
    await say(context, 'rename', '利益联结', '联农带农');
    await say(context, 'merge', word, '收益分红');
    const path = changed((codes) =>
      codes
        .filter(({ label }) => !['利益联结', '收益分红'].includes(label.zh))
        .map((code) =>
          code.label.zh === '扶贫产业'
            ? {
                ...code,
                label: { zh: '兴村做法', en: 'x' },
                weak: code.weak.filter((word) => word !== '扶贫产业'),
              }
            : code,
        ),
    );
    const { conflicts } = await codeCases(context, { codebook: path });
    expect(conflicts).toEqual(
      expect.arrayContaining([
        { subject: '扶贫产业', kind: 'label', file: '兴村做法', decided: '帮扶产业' },
        { subject: '利益联结', kind: 'gone', file: '', decided: '利益联结' },
        { subject: word, kind: 'gone', file: '', decided: '收益分红' },
      ]),
    );
    expect(conflicts).toHaveLength(3);
    const names = rowsOf(context, 'coding').map(({ code }) => code);
    expect(names).toContain('帮扶产业');
    expect(names).not.toContain('联农带农');
  });

  it('that meets no decision lists none', async () => {
    const context = copyProject(PROJECT);
    await say(context, 'rename', '扶贫产业', '帮扶产业');
    const path = changed((codes) => codes.map((code) => ({ ...code, definition: `${code.definition}。` })));
    expect((await codeCases(context, { codebook: path })).conflicts).toEqual([]);
  });
});
