import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/formats/csv.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { writeXlsx } from '../../src/formats/xlsx-write.js';
import { decide } from '../../src/workflow/decide.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listCodes } from '../../src/workflow/list-codes.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { withProject } from '../../src/workflow/open-project.js';
import { tallyCoders } from '../../src/workflow/tally-coders.js';
import { ranProject } from '../workflow/coded-project.js';
import { seriousFaults } from './axe.js';
import { dropOn, openWorkbench, untilSaved } from './workbench.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-agreement-'));
const project = join(folder, 'project.db');
copyFileSync(await ranProject('JX01', 'JX02'), project);
const { workbench, page, origin } = await openWorkbench({ project, coder: null });
await page.goto(workbench.url);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const saved = (work: () => Promise<void>) => untilSaved(page, work);

/** Says who works in the browser, and goes to a page. */
async function workAs(coder: string, path: string) {
  await page.evaluate(
    (name) =>
      fetch('/api/project/coder', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ coder: name }),
      }),
    coder,
  );
  await page.goto(origin + path);
}

/** Codes a sentence in the reader by keys and marks the case as done, as a coder does. */
async function code(coder: string, label: string) {
  await workAs(coder, '/cases/JX01');
  await page.locator('.reader-line').nth(3).waitFor();
  for (let at = 0; at < 6; at += 1) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.picker input').fill(label);
  await page.locator('.picker-code').first().waitFor();
  await saved(() => page.keyboard.press('Enter'));
  await saved(() => page.keyboard.press('d'));
}

const adjudications = () =>
  withProject(workbench.db, { mode: 'read' }, (context) =>
    listDecisions(context).filter(({ kind }) => kind === 'adjudicate'),
  );

const codersOf = () =>
  withProject(workbench.db, { mode: 'read' }, (context) =>
    tallyCoders(context).flatMap(({ coder, coded }) => (coded > 0 ? coder : [])),
  );

const themes = ['light', 'dark'] as const;
const faults = async () => {
  const found: string[] = [];
  for (const theme of themes) {
    await page.locator('.status select').selectOption(theme);
    found.push(...(await seriousFaults(page)));
  }
  return found;
};

describe('agreement in the browser', () => {
  it('says what to do while one coder alone has coded, then how two agree', async () => {
    await code('甲', '收益分红');
    await page.goto(`${origin}/agreement`);
    await page.locator('.agreement-steps').waitFor();
    expect(await faults()).toEqual([]);
    await code('乙', '公益性岗位');
    await page.goto(`${origin}/agreement`);
    await page.locator('.agreement-part').first().waitFor();
    const codes = page.locator('.agreement-part', { hasText: '各编码' });
    await codes.getByRole('button', { name: '有编码的单元' }).click();
    await page.waitForURL(/sort=codes\.1\.down/);
    expect(await codes.locator('tbody tr').count()).toBeGreaterThan(1);
    expect(await faults()).toEqual([]);
  });

  it('settles a disagreement by a key, with a reason, and takes it back', async () => {
    await workAs('丙', '/agreement/disagreements');
    const open = page.locator('.dispute');
    await open.first().waitFor();
    expect(await open.count()).toBe(1);
    expect(await open.locator('thead').textContent()).toMatch(/甲.*乙/);
    expect(await faults()).toEqual([]);
    await page.locator('body').click({ position: { x: 640, y: 660 } });
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.keyboard.type('发的是折子');
    await page.keyboard.press('Enter');
    await saved(() => page.keyboard.press('1'));
    await page.getByText('没有待裁决的分歧').waitFor();
    expect(await adjudications()).toMatchObject([
      { coder: '丙', reason: '发的是折子', after: { verdictOf: '甲', why: 'text-ambiguous' } },
      { coder: '丙', reason: '发的是折子', after: { verdictOf: '甲', why: 'text-ambiguous' } },
    ]);
    await saved(() => page.keyboard.press('Control+z'));
    await open.first().waitFor();
  });

  it('hides names in a meeting, keeps who took part, and does not name anybody when it is undone', async () => {
    await page.goto(`${origin}/agreement/meeting?attendees=甲,丁`);
    await page.locator('.dispute').waitFor();
    const named = async () => (await page.locator('.meeting .dispute, .toasts').allTextContents()).join();
    expect(await named()).not.toMatch(/甲|乙/);
    expect(await faults()).toEqual([]);
    await page.getByLabel('理由或备忘').fill('照录音');
    await page.reload();
    expect(await page.getByLabel('理由或备忘').inputValue()).toBe('照录音');
    await page.locator('.dispute').focus();
    await saved(() => page.keyboard.press('2'));
    await page.getByText('没有待裁决的分歧').waitFor();
    expect((await adjudications()).at(-1)).toMatchObject({
      reason: '照录音',
      after: { verdictOf: '乙', attendees: ['甲', '丁'] },
    });
    await saved(() => page.keyboard.press('Control+z'));
    await page.locator('.dispute').waitFor();
    expect(await named()).not.toMatch(/甲|乙/);
  });
});

describe('files for colleagues', () => {
  it('are saved by the browser, coded elsewhere, tried and taken back by the mouse', async () => {
    await workAs('丙', '/agreement/files');
    await page.getByLabel('发给谁（姓名，用逗号隔开）').fill('戊');
    await page.getByLabel(/只分配这些案例/).fill('JX02');
    expect(await faults()).toEqual([]);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成并下载' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('戊.db');
    await page.getByText('戊.db：戊，案例 1 个').waitFor();
    const path = join(folder, '戊.db');
    await download.saveAs(path);
    await withProject(path, { mode: 'write' }, (context) =>
      codePassage(context, {
        caseId: 'JX02',
        codes: ['公益性岗位'],
        span: { start: 0, end: 12 },
        coder: '戊',
        reason: '',
      }),
    );
    const before = await codersOf();
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByText('将并入').waitFor();
    expect(await codersOf()).toEqual(before);
    expect(await faults()).toEqual([]);
    await saved(() => page.getByRole('button', { name: '确认收回' }).click());
    await page.getByText('已并入').waitFor();
    expect(await codersOf()).toEqual([...before, '戊'].sort());
  });

  it('are dropped one at a time, and a sheet with wrong rows is taken when these are skipped', async () => {
    const [files, sheets] = [join(folder, '两个'), join(folder, '一个')];
    for (const made of [files, sheets]) mkdirSync(made);
    for (const name of ['甲.xlsx', '乙.xlsx']) writeFileSync(join(files, name), '');
    await page.goto(`${origin}/agreement/files?how=sheet&what=uncoded&coders=己&sample=5`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成并下载' }).click();
    const out = await (await saving).path();
    const [table] = await readXlsx('己.xlsx', readFileSync(out), DEFAULT_LIMITS);
    const { columns = [], rows = [] } = table ?? {};
    const codeOf = (at: number) => (at === 0 ? '没有这个编码' : at === 1 ? '公益性岗位' : null);
    const cells = rows.map(({ values }, at) =>
      columns.map((column) => (column === '开放式编码' ? codeOf(at) : (values[column] ?? null))),
    );
    const heads = columns.map((head) => ({ head, width: 10 }));
    const filled = await writeXlsx({ name: '表', columns: heads, rows: cells });
    writeFileSync(join(sheets, '己.xlsx'), filled);
    await dropOn(page, '.handed .start-drop', files);
    await page.locator('.toast.refused').getByText('拖来的有 2 个').waitFor();
    await dropOn(page, '.handed .start-drop', sheets);
    await page.locator('.handed-problems').getByText('没有这个编码').waitFor();
    const take = page.getByRole('button', { name: '确认收回' });
    expect(await take.isDisabled()).toBe(true);
    await page.getByLabel('跳过有问题的行或决定').check();
    await page.locator('button:enabled', { hasText: '确认收回' }).waitFor();
    const before = await codersOf();
    await saved(() => take.click());
    await page.getByText('已收回').waitFor();
    expect(await codersOf()).toEqual([...before, '己'].sort());
  });

  it('that contradict this project are listed, saved as a sheet, and settled by the sheet that is dropped', async () => {
    const [copy, sheets] = [join(folder, '副本.db'), join(folder, '商定')];
    copyFileSync(workbench.db, copy);
    const rename = (path: string, name: string, coder: string) =>
      withProject(path, { mode: 'write' }, (context) =>
        decide(context, { kind: 'rename', words: ['扶贫车间', name], coder, reason: '' }),
      );
    await rename(workbench.db, '村办车间', '丙');
    await rename(copy, '社区车间', '周');
    await page.goto(`${origin}/agreement/files`);
    await page.locator('input[type=file]').setInputFiles(copy);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: '存为表格' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('合并冲突.xlsx');
    expect(await faults()).toEqual([]);
    const [table] = await readXlsx('冲突', readFileSync(await download.path()), DEFAULT_LIMITS);
    const { columns = [], rows = [] } = table ?? {};
    const filled = rows.map(({ values }) => ({ ...values, 采用: '先' }));
    mkdirSync(sheets);
    writeFileSync(join(sheets, '冲突.csv'), writeCsv(columns, filled));
    await page.getByText(/还有 [1-9]\d* 处未选/).waitFor();
    await dropOn(page, '.handed-part [role=status] .start-drop', sheets);
    await page.getByText('还有 0 处未选').waitFor();
    await saved(() => page.getByRole('button', { name: '确认收回' }).click());
    await page.getByRole('heading', { name: '已收回' }).waitFor();
    const labels = await withProject(workbench.db, { mode: 'read' }, (context) => listCodes(context));
    expect(labels.map(({ label }) => label)).toContain('村办车间');
  });

  it('that come while one is checked are refused with a message', async () => {
    await page.route('**/api/handed/check', async (route) => {
      await new Promise((next) => setTimeout(next, 500));
      await route.continue();
    });
    const files = page.locator('input[type=file]').first();
    const named = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await files.setInputFiles(named('先来.csv'));
    await files.setInputFiles(named('后来.csv'));
    await page.locator('.toast.refused').getByText('正在核对').waitFor();
    expect(await page.getByLabel('跳过有问题的行或决定').isDisabled()).toBe(true);
    await page.locator('.toast.refused').getByText('先来.csv').waitFor();
    await page.unroute('**/api/handed/check');
  });

  it('that are none say so', async () => {
    const buffer = Buffer.from('a,b\n1,2\n');
    await page.locator('input[type=file]').setInputFiles({ name: '笔记.csv', mimeType: 'text/csv', buffer });
    await page.locator('.toast.refused').getByText('笔记.csv').waitFor();
    expect(await page.getByRole('button', { name: '确认收回' }).count()).toBe(0);
  });
});

describe('a sample of what a student coded', () => {
  it('is agreed to and returned by keys, comes back to the student, and is answered', async () => {
    await workAs('丙', '/agreement/check?of=甲&sample=5');
    const card = page.locator('.disputes .dispute').first();
    await card.waitFor();
    expect(await faults()).toEqual([]);
    await page.getByLabel('随机种子').focus();
    await page.keyboard.type('7x');
    await page.keyboard.press('Tab');
    await page.waitForURL(/seed=17/);
    await card.waitFor();
    await page.locator('body').click({ position: { x: 640, y: 660 } });
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.type('请再看定义');
    await saved(() => page.keyboard.press('Control+Enter'));
    await page.locator('.check-returned').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.dispute'));
    await saved(() => page.keyboard.press('c'));
    expect(await card.getAttribute('class')).toContain('check-returned');
    await workAs('甲', '/agreement/check');
    const back = page.locator('.returned');
    await back.getByText('请再看定义 — 丙').waitFor();
    expect(await faults()).toEqual([]);
    await back.getByRole('button', { name: '答复' }).click();
    await page.keyboard.type('按定义第三条');
    await saved(() => page.keyboard.press('Control+Enter'));
    await back.waitFor({ state: 'detached' });
    await saved(() => page.keyboard.press('Control+z'));
    await back.getByText('请再看定义 — 丙').waitFor();
  });
});
