import { expect, it } from 'vitest';
import { listCodes } from '../../src/workflow/list-codes.js';
import { withProject } from '../../src/workflow/open-project.js';
import { openWorkbench, untilSaved } from './workbench.js';

const { workbench, page, origin } = await openWorkbench({ height: 480 });
await page.goto(workbench.url);
await page.goto(`${origin}/cases/AH01`);
await page.locator('.reader-line').first().waitFor();

const codes = () =>
  withProject(workbench.db, { mode: 'read' }, async (context) =>
    listCodes(context, undefined).map(({ label }) => label),
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
