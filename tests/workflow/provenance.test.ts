import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Statement, StatementCode, StatementParams } from '../../src/model/provenance/statement.js';
import { sayStatement } from '../../src/report/methods/render-methods.js';
import { openStore } from '../../src/store/open.js';
import { agreeCoders } from '../../src/workflow/agree.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { reportPilot } from '../../src/workflow/pilot.js';
import { describeProvenance, type Provenance, saveProvenance } from '../../src/workflow/provenance.js';
import { measureProjectSaturation } from '../../src/workflow/saturation.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { listCases } from '../../src/workflow/show-cases.js';
import { unsealReserve } from '../../src/workflow/unseal-reserve.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { writeReviewerFolder } from '../../src/workflow/write-reviewer-folder.js';
import { ranProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';
import { writeStudy } from './provenance-project.js';

const folder = makeFolder();

const ran = await ranProject('GS01', 'JX01');
const STUDY = join(folder.path, 'study.db');
await writeStudy(STUDY);
const study = contextOf(openStore(STUDY, { mode: 'read' }));
afterAll(() => {
  study.store.close();
  folder.remove();
});
const told = await describeProvenance(study, { language: 'zh', checklist: 'srqr' });

/** The values of a statement, or undefined where the text does not make it. */
function valuesOf<C extends StatementCode>(
  { sections }: Provenance,
  code: C,
): StatementParams[C] | undefined {
  const found = statementsOf(sections).find((one) => one.code === code);
  return found?.params as StatementParams[C] | undefined;
}

const statementsOf = (sections: Provenance['sections']): Statement[] =>
  sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'statement' ? [part] : [])));

/** Numbers as they are printed, without the names that have digits. */
const numbersIn = (text: string) =>
  text
    .replaceAll(/AC1|SHA-256|[0-9a-f]{64}/g, '')
    .replaceAll(/(\d),(?=\d{3})/g, '$1')
    .match(/\d+(?:\.\d+)?/g) ?? [];

/** All numbers among some values, as they may be printed. */
function numbersOf(value: unknown): string[] {
  if (typeof value === 'number') return [String(Math.abs(value)), Math.abs(value).toFixed(3)];
  if (typeof value === 'string') return numbersIn(value);
  if (Array.isArray(value)) return [String(value.length), ...value.flatMap(numbersOf)];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(numbersOf);
}

describe('the methods text of a whole study', () => {
  it('says no number, in either language, that is not among the values of its statement', () => {
    for (const statement of statementsOf(told.sections)) {
      const known = new Set(numbersOf(statement.params));
      for (const language of ['zh', 'en'] as const) {
        const unknown = numbersIn(sayStatement(statement, language)).filter((one) => !known.has(one));
        expect([statement.code, language, unknown]).toEqual([statement.code, language, []]);
      }
    }
  });

  it('counts cases as the list of cases does', () => {
    const cases = listCases(study);
    const counted = cases.filter((one) => !one.excluded && !one.sealed).length;
    expect(valuesOf(told, 'cases/imported')).toEqual({ cases: cases.length, batches: 1 });
    expect(valuesOf(told, 'cases/excluded')).toEqual({ cases: 1, reasons: [{ name: '篇幅过短', count: 1 }] });
    expect(valuesOf(told, 'cases/counted')).toEqual({ cases: counted });
    const steps = new Map(valuesOf(told, 'cases/flow')?.steps.map(({ step, cases: count }) => [step, count]));
    const confirmed = rowsOf(study, 'matrix', { status: 'confirmed' }).flatMap((row) =>
      row.assignments + row.references > 0 ? [row.caseId] : [],
    );
    expect(steps.get('coded-by-people')).toBe(new Set(confirmed).size);
    expect(steps.get('done')).toBe(
      cases.filter(({ done }) => done.some(({ coder }) => !coder.includes('@'))).length,
    );
    expect(steps.get('unsealed')).toBe(1);
  });

  it('counts texts, codes and codings as the tables do', () => {
    const coverage = rowsOf(study, 'coverage');
    expect(valuesOf(told, 'texts/sentences')?.sentences).toBe(
      coverage.reduce((sum, { sentences }) => sum + sentences, 0),
    );
    expect(valuesOf(told, 'texts/counted')?.counted).toBeGreaterThanOrEqual(
      coverage.reduce((sum, { characters }) => sum + characters, 0),
    );
    const evidence = rowsOf(study, 'evidence').filter(({ origins }) =>
      origins.some((one) => one !== 'keyword'),
    );
    const frequency = rowsOf(study, 'frequency');
    expect(valuesOf(told, 'coding/counts')).toMatchObject({
      assignments: frequency.reduce((sum, { assignments }) => sum + assignments, 0),
      references: evidence.length,
    });
    const confirmed = evidence.filter(({ status }) => status === 'confirmed');
    const isBulk = new Map(listDecisions(study).map((one) => [one.id, one.isBulk]));
    const bulk = confirmed.filter(({ decisionIds }) => decisionIds.every((id) => isBulk.get(id)));
    expect(bulk.length).toBeGreaterThan(0);
    expect(valuesOf(told, 'coding/confirmed')).toMatchObject({
      confirmed: confirmed.length,
      bulk: bulk.length,
      oneByOne: confirmed.length - bulk.length,
    });
    const used = new Set(rowsOf(study, 'coding').flatMap(({ codeId, cases }) => (cases > 0 ? [codeId] : [])));
    const levels = valuesOf(told, 'coding/levels')?.levels ?? [];
    expect(levels.map(({ name }) => name.zh)).toEqual(['选择式编码', '轴心编码', '开放式编码']);
    expect(levels.reduce((sum, { used: count }) => sum + count, 0)).toBe(used.size);
    expect(valuesOf(told, 'coding/rejected')).toEqual({ passages: 1 });
  });

  it('counts candidates as screening does', async () => {
    const { considered, kept } = await screenKeywords(copyProject(STUDY), {});
    expect(valuesOf(told, 'screening/considered')?.considered).toBe(considered);
    expect(valuesOf(told, 'screening/kept')).toEqual({ kept });
    const { leftOut = 0, kept: byRules = 0 } = valuesOf(told, 'screening/rules') ?? {};
    const people = valuesOf(told, 'screening/people');
    expect(leftOut + byRules + Object.values(people ?? {}).reduce((sum, one) => sum + one, 0)).toBe(
      considered,
    );
  });

  it('gives agreement, the training round and saturation as their commands do', () => {
    const { headline, parts, universe, segmentation } = agreeCoders(study, { coders: ['王', '李'] });
    const { value, low, high } = parts[0]?.all.measures[headline] ?? {};
    expect(valuesOf(told, 'agreement/value')).toMatchObject({ measure: headline, value, low, high });
    expect(valuesOf(told, 'agreement/compared')).toMatchObject({ names: ['王', '李'], ...universe });
    expect(valuesOf(told, 'agreement/segmentation')).toEqual(segmentation);
    const pilot = reportPilot(study, { coders: ['王', '李'] });
    expect(valuesOf(told, 'pilot/done')).toMatchObject({ value: pilot.value, cases: pilot.cases.length });
    expect(valuesOf(told, 'pilot/threshold')).toEqual({ threshold: 0.8, isReached: true });
    const { coverage, baseItems } = measureProjectSaturation(study);
    expect(valuesOf(told, 'saturation/curve')).toMatchObject({ form: 'a-priori-thematic', baseItems });
    expect(valuesOf(told, 'saturation/coverage')).toMatchObject({ confirmed: coverage?.confirmed });
    expect(valuesOf(told, 'adjudication/done')).toEqual({
      words: 0,
      sentences: 1,
      grounds: [{ name: 'rule-missing', count: 1 }],
      attendees: ['左', '王'],
    });
  });

  it('says what the cases brought that were held out, and unseals none', async () => {
    const { test } = await unsealReserve(copyProject(STUDY), { coder: '王', reason: '' });
    expect(valuesOf(told, 'reserve/tested')).toMatchObject({
      reserved: test.reserved.length,
      others: test.others,
    });
    expect(valuesOf(told, 'reserve/uncoded')).toEqual({ cases: test.uncoded.length });
  });

  it('writes what verify finds where it is asked to, and leaves a gap otherwise', async () => {
    expect(told.gaps).toContain('verification');
    const verified = await describeProvenance(study, { verify: true });
    const { texts, stateHash, logHash } = await verifyProject(study);
    expect(valuesOf(verified, 'program/intact')).toMatchObject({ texts });
    expect(valuesOf(verified, 'program/state-hash')).toEqual({ hash: stateHash });
    expect(valuesOf(verified, 'program/log-hash')).toEqual({ hash: logHash });
    expect(verified.gaps).not.toContain('verification');
  });

  it('prints each of its gaps once, and says how many there are', () => {
    const [text = ''] = told.markdown.split('\n## 附');
    expect(text.match(/〔待填：/g)).toHaveLength(told.gaps.length);
    expect(told.markdown).toContain(`共 ${told.gaps.length} 处`);
  });

  it('says which section answers each item of a checklist', () => {
    const [{ items = [] } = {}] = told.checklists;
    expect(items).toHaveLength(21);
    const byNumber = new Map(items.map(({ number, sections, by }) => [number, { sections, by }]));
    expect(byNumber.get('S1')).toEqual({ sections: [], by: 'elsewhere' });
    expect(byNumber.get('S9')).toEqual({ sections: ['ethics'], by: 'gap' });
    expect(byNumber.get('S14')).toMatchObject({ by: 'database' });
    expect(byNumber.get('S5')).toEqual({ sections: ['approach'], by: 'both' });
  });

  it('hides the names of coders', async () => {
    const hidden = await describeProvenance(study, { hideNames: true });
    expect(hidden.markdown).not.toMatch(/王|李/);
    expect(hidden.markdown).toContain('编码者 A、编码者 B');
  });
});

describe('the methods text of other projects', () => {
  it('says of a project that was only run that nobody has confirmed anything', async () => {
    const { markdown, ...text } = await describeProvenance(copyProject(ran), { language: 'en' });
    expect(valuesOf({ markdown, ...text }, 'coding/proposed')?.codings).toBeGreaterThan(0);
    expect(markdown).toContain('Nobody has coded yet');
    expect(markdown).toContain('intercoder reliability was not computed');
    expect(text.gaps).toEqual(expect.arrayContaining(['tradition', 'second-coder', 'pilot', 'saturation']));
    expect(markdown).not.toMatch(/\b1 (?:cases|codes|runs|sentences|people)\b|undefined|NaN|null/);
  });

  it('says of an inductive project that its codebook is the result', async () => {
    const context = copyProject(ran);
    await codeCases(context, { codebook: 'none' });
    const written = await describeProvenance(context, { language: 'zh' });
    expect(written.markdown).toContain('编码为归纳式');
    expect(written.markdown).not.toContain('六位一体');
  });

  it('says of an empty project that there is nothing yet', async () => {
    const store = openStore(join(folder.path, 'empty.db'), { mode: 'create' });
    const { markdown, gaps } = await describeProvenance(contextOf(store), { language: 'zh' });
    store.close();
    expect(markdown).toContain('收入项目的案例共 0 个');
    expect(markdown).toContain('资料尚未编码');
    expect(markdown).toContain('没有进行词语挖掘');
    expect(gaps).toContain('solicitation');
    expect(markdown).not.toMatch(/undefined|NaN|null/);
  });

  it('refuses the checklist of interviews where nobody speaks, and names those that fit', async () => {
    const context = copyProject(await ranProject('GZ01'));
    await expect(describeProvenance(context, { checklist: 'coreq' })).rejects.toMatchObject({
      code: 'provenance/no-interviews',
      params: { fitting: 'srqr, jars-qual, guide-llm' },
    });
    const { checklists } = await describeProvenance(study, { checklist: 'coreq' });
    expect(checklists[0]?.items).toHaveLength(32);
  });

  it('replaces a file only on request', () => {
    const path = join(folder.path, 'methods.md');
    saveProvenance(told, path);
    expect(() => saveProvenance(told, path)).toThrow(expect.objectContaining({ code: 'provenance/exists' }));
    saveProvenance({ markdown: 'again\n' }, path, { force: true });
    expect(readFileSync(path, 'utf8')).toBe('again\n');
  });

  it('is as it was, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { markdown } = await describeProvenance(study, { language, checklist: 'guide-llm' });
      // Ids and times of this project are counted up, so only the version of the segmenter may change.
      const plain = markdown.replaceAll(/nodejieba [\d.]+/g, 'nodejieba');
      await expect(plain).toMatchFileSnapshot(join('golden', `methods-${language}.md`));
    }
  });
});

describe('the folder for the reviewer', () => {
  const filesIn = (path: string) => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  const bytesOf = (path: string) =>
    filesIn(path).flatMap((name) =>
      /\./.test(name) ? [[name, readFileSync(join(path, name), 'utf8')]] : [],
    );

  it('has the same bytes twice, without names of coders where these are hidden', async () => {
    const [one, other] = [join(folder.path, 'one'), join(folder.path, 'other')];
    const { files } = await writeReviewerFolder(study, { folder: one, hideNames: true });
    await writeReviewerFolder(study, { folder: other, hideNames: true });
    expect(bytesOf(one)).toEqual(bytesOf(other));
    expect(files).toEqual(
      expect.arrayContaining([
        'agreement.json',
        'codebooks/six-pillars-1.5.0.yaml',
        'decisions.csv',
        'verify.json',
      ]),
    );
    for (const name of ['decisions.csv', 'agreement.json', 'verify.json', 'methods.md', 'facts.csv']) {
      expect(readFileSync(join(one, name), 'utf8')).not.toMatch(/王|李/);
    }
    const decisions = readFileSync(join(one, 'decisions.csv'), 'utf8').trim().split('\n');
    expect(decisions).toHaveLength(1 + listDecisions(study).length);
    expect(JSON.stringify(bytesOf(one))).not.toContain(folder.path);
  });

  it('is not replaced unasked, nor where it has other files, and leaves nothing half written', async () => {
    const path = join(folder.path, 'mine');
    mkdirSync(path);
    writeFileSync(join(path, 'thesis.md'), 'mine');
    await expect(writeReviewerFolder(study, { folder: path })).rejects.toMatchObject({
      code: 'provenance/exists',
    });
    await expect(writeReviewerFolder(study, { folder: path, force: true })).rejects.toMatchObject({
      code: 'provenance/other-folder',
    });
    expect(filesIn(path)).toEqual(['thesis.md']);
    const own = join(folder.path, 'own');
    const small = copyProject(ran);
    await writeReviewerFolder(small, { folder: own });
    writeFileSync(join(own, 'methods.md'), 'filled in');
    await writeReviewerFolder(small, { folder: own, force: true, language: 'en' });
    expect(readFileSync(join(own, 'methods.md'), 'utf8')).toMatch(/^# Methods/);
    const inFile = join(folder.path, 'a-file', 'folder');
    writeFileSync(join(folder.path, 'a-file'), '');
    await expect(writeReviewerFolder(small, { folder: inFile })).rejects.toMatchObject({
      code: 'files/cannot-write',
    });
    expect(filesIn(folder.path).filter((name) => /unfinished|replaced/.test(name))).toEqual([]);
    expect(existsSync(inFile)).toBe(false);
  });
});
