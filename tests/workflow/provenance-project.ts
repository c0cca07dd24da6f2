import { copyFileSync } from 'node:fs';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { decide } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage, reviewPassages } from '../../src/workflow/judge-passages.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { unsealReserve } from '../../src/workflow/unseal-reserve.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { codedProject } from './coded-project.js';
import { contextOf, rowsOf } from './project.js';

const by = (coder: string, reason = '') => ({ coder, reason });

/**
 * A study with all that a methods text tells of: a case excluded and one held out and unsealed, two coders who trained and then
 * coded two cases each, one difference between them adjudicated, and keywords decided about.
 */
async function study(context: Context): Promise<void> {
  const set = (name: string, value: string) => changeSetting(context, { name, value, ...by('王') });
  await set('tradition', '程序化扎根');
  await set('pilot-threshold', '0.8');
  await excludeCases(context, { ...by('王', '篇幅过短'), cases: ['GZ02'] });
  await sealCases(context, { ...by('王', '饱和度检验'), cases: ['JX02'] });
  const quotes = new Map(rowsOf(context, 'uncoded').map(({ caseId, quote }) => [caseId, quote]));
  const code = (coder: string, caseId: string, label: string) =>
    codePassage(context, { ...by(coder), caseId, codes: [label], quote: quotes.get(caseId) ?? '' });
  for (const coder of ['王@pilot', '李@pilot']) {
    await code(coder, 'GS01', '收益分红');
    await finishCases(context, { ...by(coder), cases: ['GS01'] });
  }
  for (const coder of ['王', '李']) {
    for (const caseId of ['GS01', 'JX01']) await code(coder, caseId, '收益分红');
  }
  await code('李', 'JX01', '公益性岗位');
  for (const coder of ['王', '李']) {
    await finishCases(context, { ...by(coder), cases: ['GS01', 'JX01'] });
  }
  await adjudicatePassages(context, {
    ...by('王', '按定义'),
    passages: rowsOf(context, 'contested').flatMap(({ passage }) => passage ?? []),
    verdictOf: '王',
    why: 'rule-missing',
    attendees: ['王', '左'],
  });
  const proposed = rowsOf(context, 'evidence').filter(
    ({ caseId, status, origins }) => caseId === 'GS02' && status === 'proposed' && origins.includes('rule'),
  );
  const [first, second] = proposed.map(({ passage }) => passage);
  await reviewPassages(context, 'confirm', { ...by('王'), passages: [first ?? ''] });
  await reviewPassages(context, 'reject', { ...by('李'), passages: [second ?? ''] });
  await reviewPassages(context, 'confirm', {
    ...by('王'),
    cases: ['GS03'],
    code: proposedCode(context, 'GS03'),
  });
  await decide(context, { kind: 'drop', words: [keptWord(context)], ...by('李', '无关') });
  await addMemo(context, { on: 'project', text: '两人对公益性岗位的理解不同', ...by('王') });
  await unsealReserve(context, { ...by('王', '检验'), cases: [] });
}

/** Writes the project of such a study to a file. */
export async function writeStudy(path: string): Promise<void> {
  copyFileSync(await codedProject('GS01', 'GS02', 'GS03', 'JX01', 'JX02', 'GZ01', 'GZ02'), path);
  const store = openStore(path, { mode: 'create' });
  await study(contextOf(store));
  store.close();
}

const proposedCode = (context: Context, wanted: string): string =>
  rowsOf(context, 'evidence').find(
    ({ caseId, status, origins }) => caseId === wanted && status === 'proposed' && origins.includes('rule'),
  )?.code ?? '';

const keptWord = (context: Context): string =>
  rowsOf(context, 'raw').find(({ kept }) => kept)?.rawKeyword ?? '';
