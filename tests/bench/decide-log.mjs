// A log of decisions as a team leaves it, written without what follows from each; coding again brings that up to date.
import { appendDecision } from '../../dist/store/decision-log.js';
import { readKeywords } from '../../dist/store/keyword-table.js';

const EVERY = { forAll: 5, merge: 40 };

/** Logs so many decisions about the keywords of a project: most keep or drop one of a group, some speak for all groups. */
export function fillLog(store, count) {
  const keywords = readKeywords(store).filter(({ source }) => source === 'mined');
  store.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const { group, word } = keywords[(n * 7919) % keywords.length];
      const id = n.toString(16).padStart(32, '0');
      const forAll = n % EVERY.forAll === 0;
      const isMerge = n % EVERY.merge === 0;
      const kind = isMerge ? 'merge' : n % 3 === 0 ? 'drop' : 'keep';
      const into = isMerge ? { into: '产业帮扶' } : {};
      const decision = {
        id,
        coder: '甲',
        time: '2026-01-01T00:00:00.000Z',
        kind,
        group: forAll ? '*' : group,
        word,
        aspect: isMerge ? 'mapping' : 'screening',
        reason: '读过原文',
        suggestionShown: false,
        statement: id,
      };
      appendDecision(store, {
        ...decision,
        after: { kind, ...into, decisionId: id, coder: '甲', reason: '读过原文' },
      });
    }
  });
}
