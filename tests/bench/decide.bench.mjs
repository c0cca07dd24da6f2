import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { localEngine } from '../../dist/engine/engine.js';
import { currentVersions } from '../../dist/store/case-table.js';
import { readKeywords } from '../../dist/store/keyword-table.js';
import { openStore } from '../../dist/store/open.js';
import { changeRegions } from '../../dist/workflow/change-regions.js';
import { recodeCases } from '../../dist/workflow/code-cases.js';
import { decide, undo } from '../../dist/workflow/decide.js';
import { excludeCases, includeCases } from '../../dist/workflow/exclude-cases.js';
import { sealCases, unsealCases } from '../../dist/workflow/seal-cases.js';
import { fillLog } from './decide-log.mjs';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

// ZHAGEN_BENCH_CASES=10000 ZHAGEN_BENCH_DECISIONS=100000 npm run bench -- decide: that takes half an hour to make.
const CASES = Number(process.env.ZHAGEN_BENCH_CASES ?? 2000);
const DECISIONS = Number(process.env.ZHAGEN_BENCH_DECISIONS ?? 20_000);
const EACH = 50;

export const name = `decide, ${CASES} cases × 3,000 characters, ${DECISIONS} decisions logged`;
export const unit = 'decision';
const folder = makeFolder();
const path = join(folder, 'zhagen.db');
const by = { coder: '乙', reason: '读过原文' };

export async function prepare() {
  await makeProject(folder, CASES);
  const small = makeFolder();
  await makeProject(small, 48);
  const made = openStore(path, { mode: 'read' });
  const { group, word } = readKeywords(made).find(({ kept }) => kept);
  made.close();
  await tellOpening('an empty log', { kind: 'keep', words: [word], group });
  const before = statSync(path).size;
  const store = openStore(path, { mode: 'write' });
  fillLog(store, DECISIONS);
  await recodeCases(contextOf(store));
  store.close();
  const growth = (statSync(path).size - before) / DECISIONS;
  console.log(`the file grew by ${Math.round(growth)} bytes a decision, rows that follow included`);
  await tellOpening(`${DECISIONS} decisions`, { kind: 'keep', words: [word], group });
  for (const [count, project] of [
    [48, small],
    [CASES, folder],
  ]) {
    const args = ['keep', word, '--coder', by.coder, '--quiet', ...(count === 48 ? [] : ['--group', group])];
    const times = [];
    for (let n = 0; n < 5; n += 1) {
      const start = performance.now();
      await zhagen([...args, '--reason', String(n)], project);
      times.push(performance.now() - start);
    }
    tell(`as a command, ${count} cases`, times);
  }
}

export async function run() {
  copyFileSync(path, join(folder, 'run.db'));
  const store = openStore(join(folder, 'run.db'), { mode: 'write' });
  const context = contextOf(store);
  const keywords = readKeywords(store).filter(({ source, kept }) => source === 'mined' && kept);
  const at = (n) => keywords[(n * 104_729) % keywords.length];
  const statements = {
    keep: (n) => ({ kind: 'keep', words: [at(n).word], group: at(n).group }),
    drop: (n) => ({ kind: 'drop', words: [at(n + 1000).word], group: at(n + 1000).group }),
    fold: (n) => {
      const { group, word } = at(n + 2000);
      const other = keywords.find((one) => one.group === group && one.word !== word);
      return { kind: 'fold', words: [word, other.word], group };
    },
    'keep for all groups': (n) => ({ kind: 'keep', words: [at(n + 3000).word] }),
    merge: (n) => ({ kind: 'merge', words: [at(n + 4000).word, '动态帮扶'] }),
    rename: (n) => ({ kind: 'rename', words: n % 2 ? ['甲乙做法', '动态帮扶'] : ['动态帮扶', '甲乙做法'] }),
  };
  await decide(context, { ...statements.keep(9), ...by });
  let made = 0;
  for (const [kind, statementOf] of Object.entries(statements)) {
    const times = { decided: [], undone: [] };
    for (let n = 0; n < EACH; n += 1) {
      const start = performance.now();
      await decide(context, { ...statementOf(n), coder: by.coder, reason: `${kind} ${n}` });
      times.decided.push(performance.now() - start);
      if (kind === 'rename' || n % 5 > 0) continue;
      const begun = performance.now();
      await undo(context, by);
      times.undone.push(performance.now() - begun);
    }
    made += times.decided.length + times.undone.length;
    tell(kind, times.decided);
    if (times.undone.length > 0) tell(`undo of ${kind}`, times.undone);
  }
  made += await decideAboutCases(context);
  store.close();
  return made;
}

/** Leaves cases out and takes them in again, one at a time, each a group of its own; then changes which regions count. */
async function decideAboutCases(context) {
  const ids = currentVersions(context.store).map(({ caseId }) => caseId);
  const times = new Map();
  const take = async (what, decideOn) => {
    const start = performance.now();
    await decideOn();
    times.set(what, [...(times.get(what) ?? []), performance.now() - start]);
  };
  const takeBack = () => undo(context, by);
  for (let n = 0; n < EACH / 5; n += 1) {
    const about = { cases: [ids[(n * 104_729) % ids.length]], coder: by.coder, reason: `${n}` };
    for (const [begin, end] of [
      [excludeCases, includeCases],
      [sealCases, unsealCases],
    ]) {
      await take(begin.name, () => begin(context, about));
      await take(`undo of ${begin.name}`, takeBack);
      await begin(context, { ...about, reason: `${n} again` });
      await take(end.name, () => end(context, about));
    }
  }
  await take('regions', () => changeRegions(context, { include: ['front-matter'], ...by }));
  await take('undo of regions', takeBack);
  for (const [what, of] of times) tell(what, of);
  return [...times.values()].flat().length;
}

/** The processor time of the first decision after a project is opened, on a copy of it. */
async function tellOpening(log, statement) {
  const times = [];
  // The first ones only make the code warm.
  for (let n = -5; n < 5; n += 1) {
    copyFileSync(path, join(folder, 'open.db'));
    const store = openStore(join(folder, 'open.db'), { mode: 'write' });
    const start = process.cpuUsage();
    await decide(contextOf(store), { ...statement, coder: by.coder, reason: String(n) });
    const { user, system } = process.cpuUsage(start);
    if (n >= 0) times.push((user + system) / 1000);
    store.close();
  }
  tell(`first decision with ${log}, CPU`, times);
}

async function makeProject(where, count) {
  writeCases(join(where, 'cases'), makeCases(count, 3000));
  await zhagen(['import', 'cases', '--quiet'], where);
  await zhagen(['mine', '--quiet'], where);
  await zhagen(['code', '--codebook', 'six-pillars', '--quiet'], where);
}

function contextOf(store) {
  let ids = 0;
  const newId = () => `f${(ids++).toString(16).padStart(31, '0')}`;
  return {
    store,
    engine: localEngine(),
    toolVersion: 'bench',
    now: () => new Date(),
    newId,
    progress: async () => {},
  };
}

function tell(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`);
}
