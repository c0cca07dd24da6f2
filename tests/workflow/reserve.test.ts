import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { frameworkInUse } from '../../src/project/find-code.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { relateCodes } from '../../src/workflow/relate-codes.js';
import { reserveCases } from '../../src/workflow/reserve-cases.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { listCases } from '../../src/workflow/show-cases.js';
import { unsealReserve } from '../../src/workflow/unseal-reserve.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const LI = { coder: '李', reason: '饱和度检验' };
const whole = await codedProject('GS01', 'GS02', 'GS03', 'JX01', 'GZ01');
const sealedIn = (context: Context) => listCases(context).flatMap(({ id, sealed }) => (sealed ? [id] : []));

describe('reserved cases', () => {
  it('are drawn by the seed, rounded up, and sealed; drawn again they stay', async () => {
    const context = copyProject(whole);
    const { drawn, of } = await reserveCases(context, { ...LI, share: '1/3', seed: 7 });
    expect(of).toBe(listCases(context).length);
    expect(drawn).toHaveLength(Math.ceil(of / 3));
    expect(sealedIn(context)).toEqual([...drawn]);
    const again = await reserveCases(context, { ...LI, share: '1/3', seed: 7 });
    expect(again.decisions).toEqual([]);
    expect(again.drawn).toEqual(drawn);
    const seeds = [1, 2, 3, 4, 5].map(async (seed) =>
      (await reserveCases(copyProject(whole), { ...LI, share: '1/3', seed })).drawn.join(),
    );
    expect(new Set(await Promise.all(seeds)).size).toBeGreaterThan(1);
  });

  it('are never all cases, and a share that is none is refused', async () => {
    const context = copyProject(whole);
    await expect(reserveCases(context, { ...LI, share: '100%' })).rejects.toMatchObject({
      code: 'reserve/no-cases',
    });
    await expect(reserveCases(context, { ...LI, share: '4/3' })).rejects.toMatchObject({
      code: 'sheet/bad-sample',
    });
    await expect(unsealReserve(context, LI)).rejects.toMatchObject({ code: 'reserve/nothing-reserved' });
  });

  it('bring codes that no other case has, and relations that are stated after they are unsealed', async () => {
    const context = copyProject(whole);
    const of = (caseId: string) =>
      rowsOf(context, 'matrix')
        .filter((row) => row.caseId === caseId && row.assignments + row.references > 0)
        .map(({ code }) => code);
    const others = new Set(['GS01', 'GS02', 'GS03', 'GZ01'].flatMap(of));
    const expected = of('JX01').filter((code) => !others.has(code));
    await relateCodes(context, { code: '收益分红', as: '促进', to: '公益性岗位', ...LI });
    await sealCases(context, { ...LI, cases: ['JX01'] });
    const { decided, test } = await unsealReserve(context, LI);
    expect(decided?.decisions).toMatchObject([{ kind: 'unseal', coder: '李' }]);
    expect(test).toMatchObject({
      reserved: ['JX01'],
      others: 4,
      isGiven: true,
      uncoded: ['JX01'],
      relations: [],
    });
    const { codebook } = frameworkInUse(context.store);
    const parentOf = new Map(codebook.codes.map(({ id, parent }) => [id, parent]));
    const labelOf = new Map(codebook.codes.map(({ id, label }) => [id, label.zh]));
    const idOf = new Map(codebook.codes.map(({ id, label }) => [label.zh, id]));
    const withParents = (labels: Iterable<string>) =>
      [...labels].flatMap((label) => {
        const above: string[] = [];
        for (let id: string | null | undefined = idOf.get(label); id; id = parentOf.get(id))
          above.push(labelOf.get(id) as string);
        return above;
      });
    const known = new Set(withParents(others));
    const brought = new Set(withParents(expected).filter((label) => !known.has(label)));
    expect(test.codes.map(({ code }) => code).sort()).toEqual([...brought].sort());
    expect(test.codes.some(({ isConcept }) => !isConcept)).toBe(true);
    await codePassage(context, {
      ...LI,
      caseId: 'JX01',
      codes: ['收益分红'],
      quote: '村里给每户发一本巴掌大的蓝皮折子',
    });
    await finishCases(context, { ...LI, cases: ['JX01'] });
    await relateCodes(context, { code: '防贫预警', as: '促进', to: '收益分红', ...LI });
    const again = await unsealReserve(context, LI);
    expect(again.decided).toBeNull();
    expect(again.test.uncoded).toEqual([]);
    expect(again.test.relations).toEqual([{ from: '防贫预警', relation: '促进', to: '收益分红' }]);
  });
});
