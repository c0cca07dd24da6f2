// A coded project with the verdicts of three coders, always the same.
import { join } from 'node:path';
import { localEngine } from '../../dist/engine/engine.js';
import { currentPassages } from '../../dist/project/find-passages.js';
import { readKeywords } from '../../dist/store/keyword-table.js';
import { openStore } from '../../dist/store/open.js';
import { passageId } from '../../dist/text/passage-id.js';
import { decide } from '../../dist/workflow/decide.js';
import { finishCases } from '../../dist/workflow/finish-cases.js';
import { codePassage, reviewPassages } from '../../dist/workflow/judge-passages.js';
import { makeCases, writeCases, zhagen } from './texts.mjs';

const CODEBOOK = 'six-pillars';
const reason = '读过原文';

/** Makes a project of so many cases with so many verdicts on passages, and some on words; returns its file. */
export async function makeTeamProject(folder, { cases, verdicts }) {
  writeCases(join(folder, 'cases'), makeCases(cases, 3000));
  for (const args of [['import', 'cases'], ['mine'], ['code', '--codebook', CODEBOOK]]) {
    await zhagen([...args, '--quiet'], folder);
  }
  const path = join(folder, 'zhagen.db');
  await addVerdicts(path, verdicts);
  return path;
}

/**
 * Half of the verdicts are 甲's alone; the others are on passages that 乙 or 丙 judged, too, a quarter of them otherwise. 甲 and
 * 乙 are done with some cases. 丙 began cases, is not done with them, and sees what the others say nowhere.
 */
async function addVerdicts(path, count) {
  const store = openStore(path, { mode: 'write' });
  const context = contextOf(store);
  const proposed = spread(currentPassages(store, CODEBOOK), (count * 3) / 4);
  const isConfirmed = (at) => at % 4 < 3;
  const review = async (coder, says, which) => {
    const passages = proposed.filter((_, at) => which(at)).map(passageId);
    await reviewPassages(context, says, { passages, coder, reason });
  };
  await review('甲', 'confirm', isConfirmed);
  await review('甲', 'reject', (at) => !isConfirmed(at));
  for (const [coder, third] of [
    ['乙', 0],
    ['丙', 1],
  ]) {
    const judges = (at) => at % 6 === third;
    const differs = (at) => at % 8 === third;
    await review(coder, 'confirm', (at) => judges(at) && isConfirmed(at) !== differs(at));
    await review(coder, 'reject', (at) => judges(at) && isConfirmed(at) === differs(at));
  }
  const keywords = readKeywords(store).filter(({ source, kept }) => source === 'mined' && kept);
  for (const [coder, kind, which] of [
    ['甲', 'keep', (at) => at % 4 === 0],
    ['乙', 'drop', (at) => at % 12 === 0],
    ['丙', 'keep', (at) => at % 20 === 1],
  ]) {
    const words = [...new Set(keywords.filter((_, at) => which(at)).map(({ word }) => word))].slice(0, 300);
    await decide(context, { kind, words, coder, reason });
  }
  const ids = [...new Set(proposed.map(({ caseId }) => caseId))];
  await finishCases(context, { cases: ids.slice(0, ids.length / 2), coder: '甲', reason });
  await finishCases(context, { cases: ids.slice(0, ids.length / 3), coder: '乙', reason });
  const begun = spread(proposed, 40);
  for (const { caseId, start, end } of begun) {
    await codePassage(context, { caseId, span: { start, end }, codes: ['动态帮扶'], coder: '丙', reason });
  }
  store.close();
}

/** So many of a list, spread over it. */
function spread(list, count) {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(list.length, count) }, (_, n) => list[Math.floor(n * step)]);
}

function contextOf(store) {
  let ids = 0;
  return {
    store,
    engine: localEngine(),
    toolVersion: 'bench',
    now: () => new Date(),
    newId: () => `f${(ids++).toString(16).padStart(31, '0')}`,
    progress: async () => {},
  };
}
