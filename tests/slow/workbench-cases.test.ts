import { describe, expect, it } from 'vitest';
import { seriousFaults } from './axe.js';
import { openWorkbench, printedTable, untilSaved } from './workbench.js';

const { workbench, page, origin } = await openWorkbench();
await page.goto(workbench.url);

const table = (name: string) => printedTable(workbench.db, name);

const saved = (work: () => Promise<void>) => untilSaved(page, work);

describe('the list of cases', () => {
  it('is narrowed by a facet that stands in the address, and opens a case by keys', async () => {
    await page.goto(`${origin}/cases`);
    const count = page.locator('.cases-count');
    await count.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const all = await count.textContent();
    const facet = page.locator('.cases-facet').first();
    const cases = await facet.locator('.number').textContent();
    await facet.click();
    await page.waitForURL(/where=/);
    await page.waitForFunction(
      (before) => document.querySelector('.cases-count')?.textContent !== before,
      all,
    );
    expect(await count.textContent()).toContain(`案例数 ${cases}（`);
    await page.reload();
    await count.waitFor();
    expect(await count.textContent()).toContain(`案例数 ${cases}（`);
    await facet.click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/[^?]/);
    await page.locator('.reader-line').first().waitFor();
  });
});

describe('the reader', () => {
  it('codes by keys: a sentence, an edge moved, a code found, and undone', async () => {
    await page.locator('.reader-line').nth(3).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    for (let at = 0; at < 6; at += 1) await page.keyboard.press('j');
    const quote = page.locator('.reader-quote');
    const whole = (await quote.textContent()) ?? '';
    await page.keyboard.press('Alt+ArrowLeft');
    const shorter = (await quote.textContent()) ?? '';
    expect(shorter.length).toBe(whole.length - 1);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.picker input').fill('产业');
    expect(await seriousFaults(page)).toEqual([]);
    const code = await page.locator('.picker-code[aria-selected=true]').locator('b').textContent();
    await saved(() => page.keyboard.press('Enter'));
    await page.getByRole('heading', { name: code ?? '' }).waitFor();
    expect(shorter).toContain(await quote.textContent());
    const coded = table('evidence').filter(({ status }) => status === 'confirmed');
    expect(coded.map((row) => row['code'])).toEqual([code]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('m');
    await page.keyboard.type('此处再看');
    await saved(() => page.keyboard.press('Control+Enter'));
    await page.getByText('此处再看 — 甲').waitFor();
    await saved(() => page.keyboard.press('Control+z'));
    await saved(() => page.keyboard.press('Control+z'));
    expect(table('evidence').filter(({ status }) => status === 'confirmed')).toEqual([]);
  });

  it('takes a code that is entered before the codes are there, moves edges as one statement, and refuses what is too long', async () => {
    await page.route('**/api/codes', async (route) => {
      await new Promise((later) => setTimeout(later, 600));
      await route.continue();
    });
    await page.reload();
    await page.locator('.reader-line').nth(3).waitFor();
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.type('产业');
    await saved(() => page.keyboard.press('Enter'));
    await page.unroute('**/api/codes');
    const quote = page.locator('.reader-quote');
    await page.locator('.reader-code').waitFor();
    const own = () => table('evidence').filter(({ status }) => status === 'confirmed');
    const [before] = own();
    const whole = (await quote.textContent()) ?? '';
    await saved(async () => {
      await page.keyboard.press('Alt+ArrowLeft');
      await page.keyboard.press('Alt+ArrowLeft');
      await page.keyboard.press('Alt+Shift+ArrowRight');
      expect((await quote.textContent())?.length).toBe(whole.length - 3);
    });
    const [moved] = own();
    const places = (row?: Record<string, unknown>) => [Number(row?.['start']), Number(row?.['end'])];
    const [start = 0, end = 0] = places(before);
    expect(places(moved)).toEqual([start + 1, end - 2]);
    await page.locator('.mark-chosen').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    expect((await quote.textContent())?.length).toBe(whole.length - 3);
    await page.keyboard.press('m');
    await page.locator('.write-form textarea').fill('长'.repeat(700_000));
    await page.keyboard.press('Control+Enter');
    await page.getByText('内容超过 2 MB').waitFor();
    expect(await page.locator('.write-form textarea').inputValue()).toHaveLength(700_000);
    await page.locator('.write-form textarea').fill('短');
    await saved(() => page.keyboard.press('Control+Enter'));
    expect(await page.getByRole('alert').count()).toBe(0);
    for (let step = 0; step < 2; step += 1) await saved(() => page.keyboard.press('Control+z'));
    expect(places(own()[0])).toEqual([start, end]);
    await saved(() => page.keyboard.press('Control+z'));
    expect(own()).toEqual([]);
  });

  it('codes by the mouse: words that are selected, with a marker in hand', async () => {
    await page.getByRole('button', { name: /标记模式/ }).click();
    await page.locator('.picker input').fill('产业');
    const label = await page.locator('.picker-code[aria-selected=true]').locator('b').textContent();
    await page.locator('.picker-code[aria-selected=true]').click();
    const line = page.locator('.reader-line').nth(2).locator('[data-at]').first();
    const box = await line.boundingBox();
    if (!box) throw new Error('no line');
    await saved(async () => {
      await page.mouse.move(box.x + 1, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(box.x + 83, box.y + 12, { steps: 4 });
      await page.mouse.up();
    });
    const chosen = page.locator('.mark-chosen');
    await chosen.first().waitFor();
    expect(await chosen.first().textContent()).toBe(((await line.textContent()) ?? '').slice(0, 5));
    expect(table('evidence').filter(({ status }) => status === 'confirmed')).toMatchObject([{ code: label }]);
    await page.keyboard.press('b');
    await saved(() => page.getByRole('button', { name: /取消编码/ }).click());
  });

  it('shows proposals when they are asked for, and the smallest that a click meets', async () => {
    await page.getByRole('button', { name: '现在就显示机器建议' }).click();
    await page.locator('.mark-coding').first().waitFor();
    const proposals = await page.locator('.stripe').count();
    expect(proposals).toBeGreaterThan(0);
    await page.locator('.mark-coding').first().click();
    await page.getByText('机器建议', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await saved(() => page.keyboard.press('c'));
    await page.getByText('已确认', { exact: true }).waitFor();
    expect(table('evidence').filter(({ status }) => status === 'confirmed').length).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await saved(() => page.keyboard.press('d'));
    await page.getByText('您已完成本案例').waitFor();
  });

  it('shows the raw text, hits of a search and the next case by keys', async () => {
    await page.keyboard.press('w');
    await page.waitForURL(/form=raw/);
    await page.keyboard.press('/');
    await page.keyboard.type('的');
    await page.locator('.mark-hit-here').waitFor();
    expect(await page.locator('.mark-hit-here').evaluate((one) => getComputedStyle(one).outlineStyle)).toBe(
      'solid',
    );
    await page.getByRole('button', { name: '全部语料' }).click();
    await page.locator('.reader-found a').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('h1').click();
    const here = page.url();
    await page.keyboard.press(']');
    await page.waitForFunction((before) => location.href !== before, here);
    await page.locator('.reader-line').first().waitFor();
  });
});
