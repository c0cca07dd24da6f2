import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Decision } from '../../src/model/decisions/decision.js';
import { recordDecisions, recordRedo, recordUndo } from '../../src/project/record-decisions.js';
import { type NewDecision, readDecisions } from '../../src/store/decision-log.js';
import { projectRevision } from '../../src/store/revision-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { readVerdicts } from '../../src/store/verdict-table.js';
import { fillProject, makeDecision, temporaryStore } from './sample-project.js';

let undos = 0;

const request = (coder: string) => ({
  coder,
  time: '2026-03-01T00:00:00.000Z',
  reason: '看错了',
  newId: () => {
    undos += 1;
    return `f${undos.toString(16).padStart(31, '0')}`;
  },
});

function append(store: Store, decision: NewDecision): Decision {
  return recordDecisions(store, [decision]).decisions[0] as Decision;
}

function undo(store: Store, coder: string): Decision {
  return recordUndo(store, request(coder)).decisions[0] as Decision;
}

function undoOf(store: Store, coder: string, { id }: Decision): readonly Decision[] {
  return recordUndo(store, request(coder), id).decisions;
}

function redo(store: Store, coder: string): Decision {
  return recordRedo(store, request(coder)).decisions[0] as Decision;
}

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

function words(store: Store): string[] {
  return readVerdicts(store).map(({ word, verdict }) => `${verdict.kind} ${word}`);
}

describe('taking back a decision that is not the last', () => {
  it('leaves what was decided later, and can be made again', () => {
    const store = temporaryStore();
    const [first, middle, last] = ['甲词', '乙词', '丙词'].map((word, at) =>
      append(store, makeDecision(at + 1, '李', 'keep', word)),
    ) as [Decision, Decision, Decision];
    undoOf(store, '李', middle);
    expect(words(store)).toEqual(['keep 丙词', 'keep 甲词']);
    expect(errorOf(() => undoOf(store, '李', middle))).toMatchObject({
      code: 'decide/not-standing',
      params: { coder: '李', by: '李' },
    });
    redo(store, '李');
    expect(words(store)).toEqual(['keep 丙词', 'keep 乙词', 'keep 甲词']);
    expect([first, last].map(({ undoes }) => undoes)).toEqual([null, null]);
  });

  it('is refused when the same was decided anew, naming it, and to other coders', () => {
    const store = temporaryStore();
    const keep = append(store, makeDecision(1, '李', 'keep', '甲词'));
    append(store, makeDecision(2, '李', 'drop', '甲词'));
    expect(errorOf(() => undoOf(store, '李', keep))).toMatchObject({
      code: 'decide/undo-blocked',
      params: { later: [{ kind: 'drop' }] },
    });
    expect(errorOf(() => undoOf(store, '王', keep))).toMatchObject({
      code: 'decide/not-standing',
      params: { coder: '王', by: '李' },
    });
    expect(words(store)).toEqual(['drop 甲词']);
  });

  it('leaves the same state as if it had never been decided, whichever is taken back', () => {
    const names = ['甲词', '乙词', '丙词', '丁词'];
    const decided = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom('keep', 'drop')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(decided, fc.nat(), (history, which) => {
        const store = temporaryStore();
        const made = history.map(([word, kind], at) =>
          append(store, makeDecision(at + 1, '李', kind as 'keep' | 'drop', word)),
        );
        const at = which % history.length;
        const isDecidedAnew = history.slice(at + 1).some(([word]) => word === history[at]?.[0]);
        const problem = errorOf(() => undoOf(store, '李', made[at] as Decision));
        if (isDecidedAnew) {
          expect(problem).toMatchObject({ code: 'decide/undo-blocked' });
          return;
        }
        const without = temporaryStore();
        history.forEach(([word, kind], place) => {
          if (place !== at) append(without, makeDecision(place + 1, '李', kind as 'keep' | 'drop', word));
        });
        expect(words(store)).toEqual(words(without));
      }),
      { numRuns: 15 },
    );
  });
});

describe('making again what was taken back', () => {
  it('keeps the reasons that it had, however often', () => {
    const store = temporaryStore();
    append(store, { ...makeDecision(1, '李', 'keep', '甲词'), reason: '当地首创' });
    const again = { ...request('李'), reason: '' };
    for (const _ of [1, 2]) {
      recordUndo(store, again);
      expect(recordRedo(store, again).decisions).toMatchObject([{ kind: 'redo', reason: '当地首创' }]);
    }
    recordUndo(store, again);
    expect(redo(store, '李').reason).toBe('看错了');
  });
});

describe('the decision log', () => {
  it('puts a verdict in force, with what was in force before, one revision a decision', () => {
    const store = temporaryStore();
    const drop = append(store, makeDecision(1, '李', 'drop', '扶贫开发', { group: '江苏' }));
    const keep = append(store, makeDecision(2, '李', 'keep', '扶贫开发', { group: '江苏' }));
    expect(drop).toMatchObject({ before: null, undoes: null });
    expect(keep.before).toEqual(drop.after);
    expect(readDecisions(store)).toEqual([drop, keep]);
    expect(readVerdicts(store)).toEqual([
      { group: '江苏', word: '扶贫开发', aspect: 'screening', verdict: keep.after },
    ]);
    expect(projectRevision(store)).toBe(2);
  });

  it('is the same log and state whether decisions come together or one by one', () => {
    const decisions = [
      makeDecision(1, '李', 'keep', '甲词'),
      makeDecision(2, '李', 'keep', '乙词'),
      makeDecision(3, '李', 'drop', '甲词'),
      makeDecision(4, '王', 'keep', '甲词'),
      makeDecision(5, '李', 'keep', '甲词'),
    ];
    const [together, alone] = [temporaryStore(), temporaryStore()];
    const logged = recordDecisions(together, decisions).decisions;
    expect(logged).toEqual(decisions.map((one) => append(alone, one)));
    expect(logged[4]?.before).toEqual(logged[2]?.after);
    expect(stateHash(together)).toBe(stateHash(alone));
  });

  it('keeps group, word and aspect apart', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'keep', '车间', { group: '甘肃' }));
    append(store, makeDecision(2, '李', 'drop', '车间'));
    append(store, makeDecision(3, '李', 'merge', '车间', { into: '扶贫车间' }));
    expect(words(store)).toEqual(['merge 车间', 'drop 车间', 'keep 车间']);
  });

  it('cannot be rewritten, even by SQL', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'keep', '车间'));
    expect(() => store.run("UPDATE decision SET coder = '王'")).toThrow('append-only');
    expect(() => store.run('DELETE FROM decision')).toThrow('append-only');
    expect(() => append(store, makeDecision(1, '王', 'drop', '车间'))).toThrow(/UNIQUE/);
    expect(words(store)).toEqual(['keep 车间']);
  });
});

describe('undo', () => {
  it('walks back one coder’s decisions, last first, and is itself on record', () => {
    const store = temporaryStore();
    const first = append(store, makeDecision(1, '李', 'keep', '甲'));
    const second = append(store, makeDecision(2, '李', 'drop', '甲'));
    append(store, makeDecision(3, '王', 'keep', '乙'));

    expect(undo(store, '李')).toMatchObject({
      kind: 'undo',
      target: { word: '甲' },
      before: second.after,
      after: first.after,
      undoes: second.id,
    });
    expect(words(store)).toEqual(['keep 乙', 'keep 甲'].toSorted());
    expect(undo(store, '李').undoes).toBe(first.id);
    expect(words(store)).toEqual(['keep 乙']);
    expect(projectRevision(store)).toBe(5);
    expect(errorOf(() => undo(store, '李'))).toMatchObject({
      code: 'decide/nothing-to-undo',
      params: { coder: '李' },
    });
  });

  it('takes back what was decided after an undo before it walks further back', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'keep', '甲'));
    append(store, makeDecision(2, '李', 'keep', '乙'));
    undo(store, '李');
    append(store, makeDecision(3, '李', 'keep', '丙'));
    undo(store, '李');
    expect(words(store)).toEqual(['keep 甲']);
    undo(store, '李');
    expect(words(store)).toEqual([]);
  });

  it('takes back what one coder said about a word, whatever others said about it later', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'drop', '甲'));
    append(store, makeDecision(2, '王', 'keep', '甲'));
    undo(store, '李');
    expect(words(store)).toEqual(['keep 甲']);
    undo(store, '王');
    expect(words(store)).toEqual([]);
  });

  it('of an added word is refused while other words are folded or merged into it', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'add', '衔接乡村振兴', { group: '江苏' }));
    append(store, makeDecision(2, '王', 'fold', '乡村振兴', { group: '江苏', into: '衔接乡村振兴' }));
    append(store, makeDecision(3, '张', 'merge', '振兴', { into: '衔接乡村振兴' }));
    expect(errorOf(() => undo(store, '李'))).toMatchObject({
      code: 'decide/undo-blocked',
      params: {
        later: [
          { kind: 'fold', target: { word: '乡村振兴' }, coder: '王' },
          { kind: 'merge', target: { word: '振兴' }, coder: '张' },
        ],
      },
    });
    undo(store, '王');
    expect(errorOf(() => undo(store, '李'))).toBeInstanceOf(UserError);
    undo(store, '张');
    expect(undo(store, '李').kind).toBe('undo');
  });

  it('of an added word does not mind folds in another group', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'add', '衔接乡村振兴', { group: '江苏' }));
    append(store, makeDecision(2, '王', 'fold', '乡村振兴', { group: '甘肃', into: '衔接乡村振兴' }));
    expect(undo(store, '李').after).toBeNull();
  });

  it('of everything, in whatever order it is allowed, leads back to the start', () => {
    const coders = ['李', '王', '张'];
    const vocabulary = fc.constantFrom('甲', '乙', '丙');
    const drawn = fc.record({
      coder: fc.constantFrom(...coders),
      kind: fc.constantFrom('keep', 'drop', 'add', 'fold', 'merge', 'split', 'undo'),
      word: vocabulary,
      into: vocabulary,
      group: fc.constantFrom('*', '江苏'),
    });
    const store = temporaryStore();
    fillProject(store);
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 25 }), fc.infiniteStream(fc.nat(2)), (steps, turns) => {
        const start = stateHash(store);
        let standing = 0;
        const tryUndo = (coder: string) => {
          const error = errorOf(() => undo(store, coder));
          if (error !== undefined && !(error instanceof UserError)) throw error;
          return error === undefined;
        };
        // The two decisions of the sample itself are other people's, so that they stay.
        for (const { coder, kind, word, into, group } of steps) {
          const name = `${coder}二`;
          if (kind === 'undo') standing -= Number(tryUndo(name));
          else {
            undos += 1;
            append(store, makeDecision(1000 + undos, name, kind, word, { group, into }));
            standing += 1;
          }
        }
        for (const turn of turns) {
          if (standing === 0) break;
          standing -= Number(tryUndo(`${coders[turn]}二`));
        }
        expect(stateHash(store)).toBe(start);
      }),
      { numRuns: 60 },
    );
  });
});

describe('redo', () => {
  it('makes again what was taken back, the last first, until something else is decided', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'keep', '甲'));
    const second = append(store, makeDecision(2, '李', 'drop', '乙'));
    const before = stateHash(store);
    const undone = [undo(store, '李'), undo(store, '李')];
    expect(redo(store, '李')).toMatchObject({ kind: 'redo', undoes: undone[1]?.id });
    expect(redo(store, '李')).toMatchObject({ after: second.after, undoes: undone[0]?.id });
    expect(stateHash(store)).toBe(before);
    expect(errorOf(() => redo(store, '李'))).toMatchObject({ code: 'decide/nothing-to-redo' });
    undo(store, '李');
    append(store, makeDecision(3, '李', 'keep', '丙'));
    expect(errorOf(() => redo(store, '李'))).toMatchObject({ code: 'decide/nothing-to-redo' });
  });

  it('can be taken back itself, and made again', () => {
    const store = temporaryStore();
    append(store, makeDecision(1, '李', 'keep', '甲'));
    for (let turn = 0; turn < 3; turn += 1) {
      undo(store, '李');
      expect(words(store)).toEqual([]);
      redo(store, '李');
      expect(words(store)).toEqual(['keep 甲']);
    }
  });

  it('follows any row of undos back to where it began', () => {
    const step = fc.record({
      kind: fc.constantFrom('keep', 'drop', 'fold', 'merge'),
      word: fc.constantFrom('甲', '乙', '丙'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), (steps, some) => {
        const store = temporaryStore();
        for (const [at, { kind, word }] of steps.entries())
          append(store, makeDecision(at + 1, '李', kind, word, { into: '丁' }));
        const hash = stateHash(store);
        const turns = 1 + (some % steps.length);
        for (let turn = 0; turn < turns; turn += 1) undo(store, '李');
        for (let turn = 0; turn < turns; turn += 1) redo(store, '李');
        expect(stateHash(store)).toBe(hash);
        store.close();
      }),
      { numRuns: 20 },
    );
  });
});
