import { describe, expect, it } from 'vitest';
import { readKeywords } from '../../src/store/keyword-table.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { withProject } from '../../src/workflow/open-project.js';
import { seriousFaults } from './axe.js';
import { coveredButtons } from './layout.js';
import { openWorkbench, untilSaved } from './workbench.js';

const { workbench, page } = await openWorkbench();
await page.goto(workbench.url);

const keywords = () => withProject(workbench.db, { mode: 'read' }, ({ store }) => readKeywords(store));
const decisions = () => withProject(workbench.db, { mode: 'read' }, (context) => listDecisions(context));
const focusedWord = () => page.locator('tr.focused .screening-word').innerText();
const stateOf = (word: string) => page.getByRole('button', { name: new RegExp(`^${word}：`) });

/** Presses a key, and waits until something is saved by it. */
const pressAndSave = (key: string) => untilSaved(page, () => page.keyboard.press(key));

describe('the overview in a browser', () => {
  it('counts what the tables count, and has no serious fault', async () => {
    const kept = new Set((await keywords()).filter((one) => one.kept).map(({ word }) => word));
    const next = page.locator('.overview-tasks li[aria-current="step"]');
    await expect(next.innerText()).resolves.toContain(`${kept.size} 个按规则保留的词还没有人看过`);
    expect(await seriousFaults(page)).toEqual([]);
    await next.getByRole('link').click();
    await page.locator('tr.focused').waitFor();
    expect(page.url()).toContain('state=kept-by-rule');
  });
});

describe('screening by keyboard alone', () => {
  it('keeps, drops, folds, drops in bulk, and takes all of it back', async () => {
    const [before, logged] = [await keywords(), (await decisions()).length];
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.locator('tr.focused').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const first = await focusedWord();
    for (let at = 0; at < 10; at += 1) {
      const word = await focusedWord();
      await pressAndSave(at % 2 === 0 ? 'k' : 'd');
      await stateOf(word)
        .and(page.getByRole('button', { name: at % 2 === 0 ? '：保留' : '：剔除' }))
        .waitFor();
    }
    expect((await decisions()).slice(logged).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 'keep' : 'drop')),
    );
    for (let at = 0; at < 2; at += 1) {
      const word = await focusedWord();
      await page.keyboard.press('f');
      await page.getByLabel('目标词', { exact: true }).fill(first);
      await pressAndSave('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `${word}：并入` }).waitFor();
    }
    await page.keyboard.press('/');
    await page.keyboard.type('村');
    await page.keyboard.press('Enter');
    const count = new Set(before.filter(({ word }) => word.includes('村')).map(({ word }) => word)).size;
    const title = `剔除全部 ${count} 个`;
    await page.getByRole('button', { name: title, disabled: false }).waitFor();
    await page.keyboard.press('D');
    await page.getByRole('dialog', { name: title }).waitFor();
    await pressAndSave('Enter');
    const statements = new Set((await decisions()).slice(logged).map(({ statement }) => statement));
    expect(statements.size).toBe(13);
    for (let at = 0; at < statements.size; at += 1) await pressAndSave('Control+z');
    expect(await keywords()).toEqual(before);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('clusters what looks alike, without a serious fault', async () => {
    await page.getByRole('button', { name: '近义词聚类' }).click();
    await page.getByText('勾选要合并的词').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('tells what was done beside the buttons, and what was refused in the dialog, where undo works too', async () => {
    await page.goto(new URL('/screening', page.url()).href);
    await page.locator('tr.focused').waitFor();
    for (const width of [640, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      await pressAndSave('d');
      await page.locator('.toast.done').waitFor();
      expect(await coveredButtons(page)).toEqual([]);
    }
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('目标词', { exact: true }).fill('没有这个词');
    await page.keyboard.press('Enter');
    await dialog.getByRole('status').getByText('没有这个词').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    for (let at = 0; at < 2; at += 1) await pressAndSave('Control+z');
    await page.keyboard.press('Escape');
    expect((await decisions()).at(-1)?.kind).toBe('undo');
  });

  it('turns to a word that is not in the list, stays with it, and goes on where it was', async () => {
    await page.goto(new URL('/screening?state=undecided', page.url()).href);
    await page.locator('tr.focused').waitFor();
    const first = await focusedWord();
    await pressAndSave('d');
    await page.getByRole('button', { name: new RegExp(`^${first}：`) }).waitFor({ state: 'detached' });
    const next = await focusedWord();
    await page.getByRole('button', { name: `修改 ${first}` }).click();
    await page.getByRole('heading', { name: first, exact: true }).waitFor();
    await pressAndSave('k');
    await page.getByRole('heading', { name: next, exact: true }).waitFor();
    expect(await focusedWord()).toBe(next);
    await page.keyboard.press('a');
    await page.getByLabel('词语', { exact: true }).fill('村民自己说的词');
    await page.getByLabel('案例（').fill('AH01');
    await page.getByLabel('原文依据').fill('老陶');
    await untilSaved(page, () => page.getByRole('button', { name: '补充', exact: true }).click());
    await page.getByRole('heading', { name: '村民自己说的词' }).waitFor();
    await page.waitForTimeout(1500);
    expect(await page.getByRole('heading', { name: '村民自己说的词' }).count()).toBe(1);
    for (let at = 0; at < 3; at += 1) await pressAndSave('Control+z');
  });

  it('says which way words and numbers are in order', async () => {
    await page.goto(new URL('/screening?sort=word', page.url()).href);
    await page.locator('tr.focused').waitFor();
    const words = await page.locator('.screening-word').allTextContents();
    expect([...words].sort()).toEqual(words);
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toBe('词语 ↑');
  });

  it('shows words in full beside heads in English', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(new URL('/screening', page.url()).href);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Frequency' }).waitFor();
    const { width = 0 } = (await page.locator('.screening-cell').first().boundingBox()) ?? {};
    // So much do seven characters take.
    expect(width).toBeGreaterThan(7 * 14 + 24);
    await page.getByRole('button', { name: '中文' }).click();
  });
});
