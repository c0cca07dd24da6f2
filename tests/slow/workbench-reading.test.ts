import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { listCodes } from '../../src/workflow/list-codes.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { withProject } from '../../src/workflow/open-project.js';
import { readCaseCoding } from '../../src/workflow/read-case-coding.js';
import { openWorkbench, untilSaved } from './workbench.js';

const { workbench, page, origin } = await openWorkbench({ height: 480 });
await page.goto(workbench.url);
await page.goto(`${origin}/cases/AH01`);
await page.locator('.reader-line').first().waitFor();

const codes = () =>
  withProject(workbench.db, { mode: 'read' }, async (context) =>
    listCodes(context).map(({ label }) => label),
  );

const codings = () =>
  withProject(workbench.db, { mode: 'read' }, async (context) =>
    readCaseCoding(context, 'AH01', { coder: '甲' }).passages.filter(({ end }) => end > 0),
  );

/** The words of the first line that is in sight. */
const wordsAtTop = () =>
  page.locator('.reader-text').evaluate((box) => {
    const { top } = box.getBoundingClientRect();
    const line = [...box.querySelectorAll('[data-line]')].find(
      (one) => one.getBoundingClientRect().bottom > top + 12,
    );
    return line?.querySelector('[data-at]')?.textContent?.slice(0, 8);
  });

it('has headings of the text as headings to a screen reader', async () => {
  await page.route('**/api/cases/AH01/text*', async (route) => {
    const response = await route.fetch();
    const { lines, ...text } = await response.json();
    const [first, ...others] = lines;
    await route.fulfill({ response, json: { ...text, lines: [{ ...first, kind: 'heading' }, ...others] } });
  });
  await page.reload();
  const heading = page.locator('.reader-text').getByRole('heading', { level: 2 });
  await heading.waitFor();
  expect(await heading.textContent()).toBe(await page.locator('[data-line="0"] .reader-words').textContent());
  await page.unroute('**/api/cases/AH01/text*');
  await page.reload();
  await page.locator('.reader-line').first().waitFor();
});

it('keeps its place in the text when the other form is shown', async () => {
  const begin = await wordsAtTop();
  await page
    .locator('.reader-line')
    .nth(4)
    .evaluate((line) => line.scrollIntoView());
  const here = await wordsAtTop();
  expect(here).not.toBe(begin);
  for (const form of ['raw', null]) {
    await page.keyboard.press('w');
    await page.waitForFunction((wanted) => new URL(location.href).searchParams.get('form') === wanted, form);
    await page.waitForTimeout(500);
    expect(await wordsAtTop()).toBe(here);
  }
});

/** Whether words that are marked so are seen in the text, from the first to the last. */
const isInSight = (mark: string) =>
  page.locator(`.${mark}`).evaluateAll((parts) => {
    const box = parts[0]?.closest('.reader-text')?.getBoundingClientRect();
    const edges = parts.map((part) => part.getBoundingClientRect());
    return box !== undefined && edges.every(({ top, bottom }) => box.top <= top && bottom <= box.bottom);
  });

it('founds a code by its name while coding, tells of similar names, and takes both back as one', async () => {
  const known = await codes();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.picker input').fill('防贫预警的网/😀#%');
  await page.locator('.picker-code').nth(1).waitFor();
  expect(await page.locator('.picker-code').allTextContents()).toEqual([
    expect.stringContaining('防贫预警的网/😀#%'),
    expect.stringContaining('防贫预警名称相近'),
  ]);
  await untilSaved(page, () => page.keyboard.press('Enter'));
  await page.locator('.reader-code').getByText('防贫预警的网/😀#%').waitFor();
  expect((await codes()).filter((one) => !known.includes(one))).toEqual(['防贫预警的网/😀#%']);
  await untilSaved(page, () => page.keyboard.press('Control+z'));
  expect(await codes()).toEqual(known);
  await untilSaved(page, () => page.keyboard.press('Control+y'));
});

it('loses nothing that is typed, neither by Escape nor by a page that is loaded again, until it is saved', async () => {
  const field = page.locator('.write-form textarea');
  await page.keyboard.press('n');
  await page.locator('.reader-code').waitFor();
  await page.keyboard.press('m');
  await field.fill('写到一半');
  await field.press('Escape');
  expect(await field.count()).toBe(0);
  await page.reload();
  await page.locator('.reader-code').waitFor();
  await page.keyboard.press('m');
  expect(await field.inputValue()).toBe('写到一半');
  await untilSaved(page, () => field.press('Control+Enter'));
  await page.locator('.memo', { hasText: '写到一半' }).waitFor();
  await page.keyboard.press('m');
  expect(await field.inputValue()).toBe('');
});

const memos = () =>
  withProject(workbench.db, { mode: 'read' }, async (context) =>
    listMemos(context).map(({ on, text }) => `${on} ${text}`),
  );

it('writes, edits and deletes memos on a case and on a passage, and takes back that one was deleted', async () => {
  const field = page.locator('.write-form textarea');
  await field.press('Escape');
  const own = (text: string) => page.locator('.memo', { hasText: text });
  await untilSaved(page, () => own('写到一半').getByRole('button', { name: '删除' }).press('Enter'));
  expect(await memos()).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('reader-panel');
  await untilSaved(page, () => page.keyboard.press('Control+z'));
  await own('写到一半').getByRole('button', { name: '编辑' }).press('Enter');
  expect(await field.inputValue()).toBe('写到一半');
  await field.fill('写完了');
  await untilSaved(page, () => field.press('Control+Enter'));
  await own('写完了').waitFor();
  // The focus is where it was, and with it the keys.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('编辑');
  await page.keyboard.press('Escape');
  await page.locator('.reader-code').waitFor({ state: 'detached' });
  await page.keyboard.press('m');
  await field.fill('全案的想法');
  await untilSaved(page, () => field.press('Control+Enter'));
  await own('全案的想法').waitFor();
  expect(await memos()).toEqual(['case 全案的想法', 'passage 写完了']);
});

it('takes a selection during which the answer of the act before it arrives', async () => {
  const coded = async () => (await codings()).filter(({ isOwn }) => isOwn);
  const before = (await coded()).length;
  await page.goto(`${origin}/cases/AH01`);
  await page.locator('.reader-line').nth(3).waitFor();
  await page.keyboard.press('b');
  await page.locator('.picker-code').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.reader-marking').waitFor();
  await page.route('**/api/passages/code', async (route) => {
    const response = await route.fetch();
    await setTimeout(300);
    await route.fulfill({ response });
  });
  const { x = 0, y = 0 } = (await page.locator('.reader-body [data-at]').first().boundingBox()) ?? {};
  const press = async (from: number, to: number) => {
    await page.mouse.move(x + from, y + 12);
    await page.mouse.down();
    await page.mouse.move(x + to, y + 12, { steps: 5 });
  };
  await press(2, 60);
  await page.mouse.up();
  await press(300, 360);
  await page.mouse.up();
  // Between both, so that what it is made in is cut where the first answer has its coding.
  await press(120, 160);
  await page.locator('.toast.done').waitFor();
  await setTimeout(200);
  await page.mouse.move(x + 200, y + 12, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await coded()).length, { timeout: 5000 }).toBe(before + 3);
  // Each is what the mouse went over.
  const lengths = (await coded()).map(({ start, end }) => end - start);
  expect(lengths.filter((length) => length < 6)).toHaveLength(3);
  await page.unrouteAll({ behavior: 'wait' });
});

it('brings into sight what a key, an address or a search turns to, in a paragraph longer than the screen too', async () => {
  await page.setViewportSize({ width: 640, height: 480 });
  await page.goto(`${origin}/cases/AH01`);
  await page.locator('.reader-line').first().waitFor();
  const turnTo = async (key: string, mark: string) => {
    await page.keyboard.press(key);
    await expect.poll(() => isInSight(mark), { message: `${key} ${page.url()}` }).toBe(true);
  };
  for (let sentence = 0; sentence < 20; sentence += 1) await turnTo('j', 'mark-selected');
  const words = (await page.locator('.mark-selected').first().textContent()) ?? '';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await turnTo('p', 'mark-chosen');
  await page.goto(`${origin}/cases/AH01?at=600-610`);
  await expect.poll(() => isInSight('mark-hit-here')).toBe(true);
  await page.locator('.reader-find').fill(words);
  await page.locator('.reader-find').press('Enter');
  await expect.poll(() => isInSight('mark-hit-here')).toBe(true);
});

it('brings into sight what an address names where the text is there before its coding', async () => {
  await page.setViewportSize({ width: 640, height: 480 });
  const isText = page.waitForResponse(/\/api\/cases\/BJ01\/text/);
  await page.route(/\/api\/cases\/BJ01\/coding/, async (route) => {
    await (await isText).finished();
    // The page has its turn with the text.
    await setTimeout(200);
    await route.continue();
  });
  await page.goto(`${origin}/cases/BJ01?at=600-610`);
  await expect.poll(() => isInSight('mark-hit-here')).toBe(true);
  await page.unroute(/\/api\/cases\/BJ01\/coding/);
});

it('gives a form for a memo on the case while places in all cases are listed, and the list again after it', async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${origin}/cases/AH01?find=老陶&everywhere=1`);
  await page.locator('.reader-found').waitFor();
  await page.locator('.reader-text').focus();
  await page.keyboard.press('m');
  await page.locator('.write-form textarea').fill('查到的想法');
  await untilSaved(page, () => page.keyboard.press('Control+Enter'));
  await page.locator('.reader-found').waitFor();
});
