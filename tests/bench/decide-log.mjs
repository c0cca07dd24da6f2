// A log of decisions as a team leaves it, written without what follows from each; coding again brings that up to date.
import { recordDecisions } from '../../dist/project/record-decisions.js';
import { readKeywords } from '../../dist/store/keyword-table.js';

const EVERY = { forAll: 5, merge: 40 };

/** Logs so many decisions about the keywords of a project: most keep or drop one of a group, some speak for all groups. */
export function fillLog(store, count) {
  const keywords = readKeywords(store).filter(({ source }) => source === 'mined');
  store.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const { group, word } = keywords[(n * 7919) % keywords.length];
      const isMerge = n % EVERY.merge === 0;
      const kind = isMerge ? 'merge' : n % 3 === 0 ? 'drop' : 'keep';
      const about = { group: n % EVERY.forAll === 0 ? '*' : group, word };
      const id = n.toString(16).padStart(32, '0');
      const [coder, reason] = ['甲', '读过原文'];
      const into = isMerge ? { into: '产业融合' } : {};
      recordDecisions(store, [
        {
          id,
          statement: id,
          coder,
          time: '2026-01-01T00:00:00.000Z',
          kind,
          target: { type: isMerge ? 'mapping' : 'keyword', ...about },
          after: { kind, ...into, decisionId: id, coder, reason },
          reason,
          suggestionShown: false,
          isBulk: false,
        },
      ]);
    }
  });
}
