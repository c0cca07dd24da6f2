import { describe, expect, it } from 'vitest';
import { seriousFaults } from './axe.js';
import { openWorkbench, printedTable } from './workbench.js';

const { workbench, page } = await openWorkbench({ coder: null });

describe('the workbench in a browser', () => {
  it('asks who works, then shows the project, without any request elsewhere', async () => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(workbench.url).origin)) elsewhere.push(request.url());
    });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(workbench.url);
    await page.getByLabel('请写下您的姓名').fill('甲');
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByText('编码者 甲').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(page.url()).not.toContain('token');
    expect({ elsewhere, faults }).toEqual({ elsewhere: [], faults: [] });
  });

  it('speaks the other language, as its signals say', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Cases' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('link', { name: '案例' }).waitFor();
  });

  it('is found by an address that ends with a slash, and one that is cut says what is not there', async () => {
    const { origin } = new URL(workbench.url);
    await page.goto(`${origin}/cases/`);
    await page.locator('.paged tbody tr a').first().waitFor();
    await page.goto(`${origin}/cases/%E0%A4`);
    await page.getByText('没有案例“%E0%A4”').waitFor();
  });

  it('is read in as many tabs as one likes: those that are not seen give their connection up, and take it again', async () => {
    const storageState = await page.context().storageState();
    const context = await page.context().browser()?.newContext({ storageState });
    if (context === undefined) throw new Error('no browser');
    const tabs = await Promise.all(Array.from({ length: 7 }, () => context.newPage()));
    const show = (tab: typeof page, hidden: boolean) =>
      tab.evaluate((isHidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    for (const tab of tabs) {
      await tab.goto(new URL(workbench.url).origin);
      await tab.getByText('编码者 甲').waitFor({ timeout: 10_000 });
      await show(tab, true);
    }
    const [first] = tabs as [typeof page];
    const events = first.waitForRequest('**/api/events');
    await show(first, false);
    await events;
    await context.close();
  });

  it('saves once what was written while the program did not answer, and then did not know the browser', async () => {
    const route = '**/api/memos/write';
    await page.goto(`${new URL(workbench.url).origin}/cases/AH01`);
    await page.getByRole('button', { name: '备忘录' }).click();
    const text = page.getByRole('textbox', { name: '备忘录' });
    await text.fill('只写一次');
    await page.route(route, (request) => request.abort());
    await text.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    await text.press('Control+Enter');
    await page.unroute(route);
    const refusal = { code: 'web/no-session', message: '' };
    const refused = new Promise<void>((resolve) => {
      void page.route(route, (request) => request.fulfill({ status: 401, json: refusal }).then(resolve));
    });
    await refused;
    expect(await text.inputValue()).toBe('只写一次');
    await page.unroute(route);
    await text.waitFor({ state: 'detached' });
    await page.getByText('已写备忘录').waitFor();
    expect(printedTable(workbench.db, 'memos').map((one) => one['text'])).toEqual(['只写一次']);
  });

  it('says when the program is gone, and leaves one whole file', async () => {
    await workbench.stop();
    await page.getByRole('alert').waitFor();
    expect(workbench.filesLeft()).toEqual(['project.db']);
  });
});
