import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { localEngine } from '../../dist/engine/engine.js';
import { recordDecisions } from '../../dist/project/record-decisions.js';
import { currentVersions } from '../../dist/store/case-table.js';
import { openStore } from '../../dist/store/open.js';
import { recodeCases } from '../../dist/workflow/code-cases.js';
import { joinProject } from '../../dist/workflow/join-projects.js';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

const CASES = 2000;
const CODINGS = 50_000;
const CODES = ['dynamic_assistance', 'dynamic_monitoring'];

export const name = `join, two copies of ${CASES} cases × 3,000 characters, ${CODINGS} codings in each`;
export const unit = 'decision';
const folder = makeFolder();
const pathOf = (project) => join(folder, `${project}.db`);

export async function prepare() {
  const made = process.env.ZHAGEN_BENCH_PROJECT;
  if (made) copyFileSync(made, pathOf('zhagen'));
  else {
    writeCases(join(folder, 'cases'), makeCases(CASES, 3000));
    await zhagen(['import', 'cases', '--quiet'], folder);
    await zhagen(['mine', '--quiet'], folder);
    await zhagen(['code', '--codebook', 'six-pillars', '--quiet'], folder);
  }
  for (const [at, coder] of ['甲', '乙'].entries()) {
    copyFileSync(pathOf('zhagen'), pathOf(coder));
    const store = openStore(pathOf(coder), { mode: 'write' });
    fillCodings(store, coder, at + 1);
    // As after codings that were decided one by one: nothing is left to be derived.
    await recodeCases(contextOf(store));
    store.close();
  }
}

export async function run() {
  const store = openStore(pathOf('甲'), { mode: 'write' });
  const { decisions } = await joinProject(contextOf(store), { path: pathOf('乙'), coder: '甲' });
  store.close();
  return decisions;
}

/** Codes passages of all cases by hand, most of them at other places than another coder. */
function fillCodings(store, coder, at) {
  const cases = currentVersions(store);
  store.transaction(() => {
    for (let n = 0; n < CODINGS; n += 1) {
      const { caseId, version } = cases[n % cases.length];
      const id = `${at}${n.toString(16).padStart(31, '0')}`;
      const start = ((n * 37 * at) % 2000) + Math.floor(n / cases.length);
      const says = { says: 'code', label: '动态帮扶', quote: '一', cleanQuote: '一', isInVivo: false };
      const codeId = CODES[n % CODES.length];
      const place = { caseId, version, start, end: start + 20 };
      recordDecisions(store, [
        {
          id,
          statement: id,
          coder,
          time: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
          kind: 'code',
          target: { type: 'passage', codebookId: 'six-pillars', codeId, polarity: 'supports', ...place },
          after: { ...says, decisionId: id, coder, reason: '', definitionHash: '' },
          reason: '',
          suggestionShown: false,
          isBulk: false,
        },
      ]);
    }
  });
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
