import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../src/model/decisions/judgement.js';
import type { Verdict } from '../../../src/model/decisions/verdict.js';
import { outcomeOf, settleWord } from '../../../src/stages/settle/settle-word.js';

/** A coder's verdict, given in the minute of its number. */
function said(number: number, coder: string, kind: Verdict['kind'], group = '*', into?: string): Judgement {
  const decisionId = `${number} ${coder} ${group}`;
  const verdict = { kind, decisionId, coder, reason: '', ...(into === undefined ? {} : { into }) };
  return { coder, group, time: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(), verdict };
}

const settle = (judgements: Judgement[], leadCoder?: string, settles?: Judgement[], chosen?: Judgement) =>
  settleWord({
    judgements,
    leadCoder,
    adjudicated: settles
      ? [
          {
            group: '*',
            adjudication: {
              verdict: (chosen ?? settles[0])?.verdict as Verdict,
              settles: settles.map(({ verdict }) => verdict.decisionId),
            },
          },
        ]
      : [],
  }).map(
    ({ group, verdict, isContested }) =>
      `${group} ${outcomeOf(verdict).trim()} ${verdict.coder}${isContested ? ' ?' : ''}`,
  );

describe('what coders judged about a word is settled', () => {
  it('as they agree, however each of them said it', () => {
    expect(settle([said(2, '王', 'keep'), said(1, '李', 'add')])).toEqual(['* keep 李']);
    expect(settle([said(1, '李', 'fold', '*', '甲'), said(2, '王', 'fold', '*', '乙')])).toEqual([
      '* fold 甲 李 ?',
    ]);
  });

  it('as the first of them said where they differ, which is contested', () => {
    expect(settle([said(2, '王', 'keep'), said(1, '李', 'drop')])).toEqual(['* drop 李 ?']);
  });

  it('as the lead coder said where they differ', () => {
    expect(settle([said(2, '王', 'keep'), said(1, '李', 'drop')], '王')).toEqual(['* keep 王']);
    expect(settle([said(2, '王', 'keep'), said(1, '李', 'drop')], '张')).toEqual(['* drop 李 ?']);
  });

  it('as adjudicated, until one of the verdicts changes', () => {
    const [drop, keep] = [said(1, '李', 'drop'), said(2, '王', 'keep')];
    expect(settle([drop, keep], undefined, [drop, keep], keep)).toEqual(['* keep 王']);
    expect(settle([drop, said(3, '王', 'fold', '*', '甲')], undefined, [drop, keep], keep)).toEqual([
      '* drop 李 ?',
    ]);
    expect(settle([drop, keep, said(4, '张', 'keep')], undefined, [drop, keep], keep)).toEqual([
      '* drop 李 ?',
    ]);
  });

  it('for a group by what each coder said of it, else of all groups', () => {
    const judgements = [said(1, '李', 'drop'), said(2, '王', 'keep', '江苏'), said(3, '李', 'keep', '甘肃')];
    expect(settle(judgements)).toEqual(['* drop 李', '江苏 drop 李 ?', '甘肃 keep 李']);
  });

  it('for groups that nobody named as for all groups, in whatever order coders spoke', () => {
    const judgement = fc.record({
      number: fc.nat(50),
      coder: fc.constantFrom('李', '王', '张'),
      kind: fc.constantFrom('keep' as const, 'drop' as const, 'add' as const),
      group: fc.constantFrom('*', '江苏', '甘肃'),
    });
    const ofEachOnce = fc.uniqueArray(judgement, {
      selector: ({ coder, group }) => `${coder}${group}`,
      maxLength: 9,
    });
    fc.assert(
      fc.property(ofEachOnce, (drawn) => {
        const judgements = drawn.map(({ number, coder, kind, group }) => said(number, coder, kind, group));
        const settled = settle(judgements);
        expect(settle(judgements.toReversed())).toEqual(settled);
        // Each group's own coders are those who spoke of it or of all.
        for (const { group, verdict, isContested } of settleWord({
          judgements,
          adjudicated: [],
          leadCoder: undefined,
        })) {
          const heard = judgements.filter((one) => one.group === group || one.group === '*');
          expect(heard.map((one) => one.verdict)).toContain(verdict);
          if (!isContested && group === '*') {
            const ofAll = heard.filter((one) => one.group === '*');
            expect(new Set(ofAll.map((one) => outcomeOf(one.verdict))).size).toBe(1);
          }
        }
      }),
    );
  });
});
