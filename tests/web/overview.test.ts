import { describe, expect, it } from 'vitest';
import type { FlowRow, RevisitRow } from '../../src/model/table-rows.js';
import { readKeywords } from '../../src/store/keyword-table.js';
import { decide } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import type { ProjectOverview } from '../../src/workflow/project-overview.js';
import { codedProject, preparedProject } from '../workflow/coded-project.js';
import { copyCases } from '../workflow/project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { server, db } = await serveCopyOf(await codedProject('AH', 'BJ', 'FJ'));
const headers = await enter(server);
const seen = async () =>
  JSON.parse((await ask(server, '/api/overview', { headers })).body) as ProjectOverview;
const tables = () =>
  withProject(db, { mode: 'read' }, (context) => ({
    flow: makeTable(context, { name: 'flow' }),
    coding: makeTable(context, { name: 'coding' }),
    revisit: makeTable(context, { name: 'revisit' }).rows as readonly RevisitRow[],
  }));

describe('the overview', () => {
  it('counts each step as the tables do', async () => {
    const [overview, { flow, coding, revisit }] = [await seen(), await tables()];
    const at = (part: string, step: string) =>
      (flow.rows as readonly FlowRow[]).find((row) => row.part === part && row.step === step)?.count;
    expect(overview).toMatchObject({
      cases: 3,
      candidates: at('keywords', 'considered'),
      caseKeywords: at('keywords', 'kept'),
      coreKeywords: at('core-keywords', 'core-keywords'),
      contested: flow.source.contested,
      confirmed: { count: flow.source.confirmed.count, of: flow.source.confirmed.of },
      toRevisit: revisit.length,
    });
    expect(overview.candidates).toBeGreaterThan(0);
    const [level] = overview.levels;
    const ofLevel = coding.rows.filter((row) => row['level'] === level?.id);
    expect(level).toMatchObject({
      of: ofLevel.length,
      used: ofLevel.filter(({ cases }) => Number(cases) > 0).length,
    });
    expect(overview.codes.map(({ code, cases, references }) => [code, cases, references])).toEqual(
      coding.rows
        .filter(({ level: id }) => overview.levels.some((one) => one.id === id))
        .map((row) => [row['code'], row['cases'], row['references']]),
    );
  });

  it('lists what is left of each task, and follows what is decided', async () => {
    const before = await seen();
    const left = (overview: ProjectOverview, name: string) =>
      overview.tasks.find((task) => task.name === name)?.left ?? -1;
    expect(before.untouched).toBe(3);
    expect(left(before, 'import') + left(before, 'mine') + left(before, 'code')).toBe(0);
    expect(left(before, 'screen')).toBeGreaterThan(0);
    expect(left(before, 'review')).toBe(before.confirmed.of - before.confirmed.count);
    await withProject(db, { mode: 'write' }, async (context) => {
      const undecided = readKeywords(context.store).find(({ kept, coder }) => kept && coder === null);
      const words = [undecided?.word ?? ''];
      await decide(context, { kind: 'keep', words, coder: '乙', reason: '' });
    });
    expect(left(await seen(), 'screen')).toBe(left(before, 'screen') - 1);
  });

  it('mines and codes what was imported, and again with another codebook', async () => {
    const imported = await preparedProject('imported AH BJ', async (context, cases) => {
      await importCases(context, { paths: [copyCases(cases, 'AH', 'BJ')] });
    });
    const { server: other } = await serveCopyOf(imported);
    const entered = await enter(other);
    const overview = async () =>
      JSON.parse((await ask(other, '/api/overview', { headers: entered })).body) as ProjectOverview;
    const analyse = (given: { readonly codebook?: string }) =>
      ask(other, '/api/start/analyse', { method: 'POST', headers: entered, body: JSON.stringify(given) });
    const leftOf = ({ tasks }: ProjectOverview) =>
      tasks.flatMap(({ name, left }) => ((name === 'mine' || name === 'code') && left > 0 ? name : []));
    expect(leftOf(await overview())).toEqual(['mine', 'code']);
    const missing = await analyse({ codebook: 'no-such-codebook' });
    expect(missing.status).toBe(400);
    expect(leftOf(await overview())).toEqual(['mine', 'code']);
    expect(JSON.parse((await analyse({})).body)).toEqual({ cases: 2 });
    const first = await overview();
    expect(leftOf(first)).toEqual([]);
    expect((await analyse({ codebook: 'policy-coordination' })).status).toBe(200);
    expect((await overview()).codes.map(({ code }) => code)).not.toEqual(first.codes.map(({ code }) => code));
  });

  it('draws the framework in the language of the page', async () => {
    const figure = await ask(server, '/api/overview/framework.svg', {
      headers: { ...headers, cookie: `${headers['cookie']}; zhagen-language=en` },
    });
    expect(figure.status).toBe(200);
    expect(figure.headers['content-type']).toBe('image/svg+xml');
    expect(figure.body).toContain('Theoretical framework');
  });

  it('lists cases while tables are being counted', async () => {
    const read = async (path: string, answered: string[]) => {
      await ask(server, path, { headers });
      answered.push(path);
    };
    const warm: string[] = [];
    await Promise.all([read('/api/tables/flow', warm), read('/api/cases', warm)]);
    const names = ['coding', 'frequency', 'evidence', 'matrix', 'pillars', 'quotations', 'coverage', 'raw'];
    const answered: string[] = [];
    const counting = names.map((name) => read(`/api/tables/${name}`, answered));
    await read('/api/cases?find=AH', answered);
    expect(answered.length).toBeLessThan(names.length);
    await Promise.all(counting);
  });
});
