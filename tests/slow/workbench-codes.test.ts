import { describe, expect, it } from 'vitest';
import { seriousFaults } from './axe.js';
import { openWorkbench, printedTable, untilSaved } from './workbench.js';

const { workbench, page, origin } = await openWorkbench();
await page.goto(workbench.url);

const table = (name: string, ...options: string[]) => printedTable(workbench.db, name, ...options);

const saved = (work: () => Promise<void>) => untilSaved(page, work);

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('codes', () => {
  it('are moved, renamed and defined by keys, and undone', async () => {
    await page.goto(`${origin}/codes`);
    await page.locator('.codes-row').first().waitFor();
    const axial = table('coding').filter(({ level }) => level === 'axial');
    const [first] = axial as { code: string; codeId: string; level1: string }[];
    const other = axial.find(({ level1 }) => level1 !== first?.level1);
    await press('ArrowDown', 'ArrowRight', 'Enter');
    expect(page.url()).toContain(`code=${first?.codeId}`);
    await press('m');
    await page.locator('.picker input').fill(String(other?.['level1']));
    await page.locator('.picker-code').first().waitFor();
    await saved(() => press('Enter'));
    const moved = () => table('coding').find(({ codeId }) => codeId === first?.codeId);
    expect(moved()).toMatchObject({ level1: other?.['level1'] });
    await page.locator('.codes-row[aria-current]').waitFor();
    await press('r');
    await page.locator('#codes-name').fill(String(other?.['code']));
    expect(await page.locator('#codes-near').textContent()).toContain('已有这个编码');
    await page.locator('#codes-name').fill('换一个名称');
    await saved(() => press('Enter'));
    expect(moved()).toMatchObject({ code: '换一个名称' });
    await saved(() => press('Control+z'));
    await saved(() => press('Control+z'));
    expect(moved()).toMatchObject({ code: first?.code, level1: first?.level1 });
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('have the focus where they were found, renamed, and where a merged one was', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));
    await page.goto(`${origin}/codes`);
    await page.locator('.codes-row').first().waitFor();
    const [first, other] = table('coding').filter(({ level }) => level === 'open');
    const pick = async (key: string, code: unknown) => {
      await press(key);
      await page.locator('.picker input').fill(String(code));
      await page.locator('.picker-code').first().waitFor();
    };
    await pick('/', first?.['code']);
    await press('Enter');
    await expect.poll(focused).toBe(`code ${first?.['codeId']}`);
    await press('r');
    await page.locator('#codes-name').fill('换过的名称');
    await saved(() => press('Enter'));
    await expect.poll(focused).toBe(`code ${first?.['codeId']}`);
    await pick('e', other?.['code']);
    await saved(() => press('Enter'));
    await expect.poll(focused).toMatch(/^code /);
    for (let at = 0; at < 2; at += 1) await saved(() => press('Control+z'));
  });

  it('are not offered as what they go to themselves, and no dialog tells what was refused before it opened', async () => {
    await page.goto(`${origin}/codes`);
    await page.locator('.codes-row').first().waitFor();
    const { code, codeId } = table('coding').find(({ level }) => level === 'open') ?? {};
    for (const key of ['m', 'e']) {
      await page.locator(`[data-row="code ${codeId}"]`).focus();
      await press(key);
      await page.locator('.picker-code').first().waitFor();
      expect(await page.locator('.picker-code b').allInnerTexts()).not.toContain(code);
      await press('Escape');
    }
    // A code of the highest level has none above it.
    await page.locator('.codes-row').first().focus();
    await press('p');
    await page.locator('.toast.refused').waitFor();
    await press('r');
    await page.locator('#codes-name').waitFor();
    expect(await page.locator('dialog .toast').count()).toBe(0);
    await press('Escape');
  });

  it('keep the name that was typed where somebody else changed the project meanwhile', async () => {
    await page.goto(`${origin}/codes`);
    await page.locator('.codes-row').first().waitFor();
    await page.route('**/api/codes/decide', (route) => {
      const { seen, ...asked } = route.request().postDataJSON();
      return route.continue({ postData: JSON.stringify({ ...asked, seen: seen - 1 }) });
    });
    await press('ArrowDown', 'ArrowRight', 'Enter', 'r');
    const name = page.locator('#codes-name');
    await name.fill('改过的名称');
    await press('Enter');
    await page.getByRole('dialog').getByText('没有记入决定').waitFor();
    expect(await name.inputValue()).toBe('改过的名称');
    await page.unroute('**/api/codes/decide');
    await saved(() => press('Enter'));
    await name.waitFor({ state: 'detached' });
    await saved(() => press('Control+z'));
  });

  it('are founded for keywords by keys, which one undo takes back', async () => {
    const before = table('nodes');
    await page.goto(`${origin}/codes`);
    const word = page.locator('.codes-row[data-row^="word "]').first();
    await word.focus();
    await press('u');
    await page.locator('#codes-name').fill('全新的核心词');
    await saved(() => press('Enter'));
    expect(table('nodes').map(({ code }) => code)).toContain('全新的核心词');
    await saved(() => press('Control+z'));
    expect(table('nodes')).toEqual(before);
  });

  it('are related, told in a storyline, and compared with what they were, by keys', async () => {
    await page.goto(`${origin}/codes`);
    await page.locator('.codes-row').first().waitFor();
    await press('ArrowDown', 'ArrowRight', 'Enter');
    await page.locator('.codes-panel .codes-acts').waitFor();
    await press('t');
    await page.locator('.theory-relate').waitFor();
    const first = page.locator('.theory-relate button').first();
    await first.filter({ hasNotText: '选择编码' }).waitFor();
    const from = await first.textContent();
    await page.locator('.theory-relate button').nth(1).click();
    await page.locator('.picker input').fill('产业');
    await page.locator('.picker-code').first().waitFor();
    await press('Enter');
    await page.getByLabel('关系结构', { exact: true }).fill('因果条件');
    await page.getByLabel('关系结构的内涵').fill('先有前者');
    expect(await seriousFaults(page)).toEqual([]);
    // The button that is pressed takes nothing more: the focus goes to the next code that is chosen.
    await page.locator('.theory-relate [type=submit]').focus();
    await saved(() => press('Enter'));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-describedby')))
      .toBe('relate-to');
    await page.locator('.theory-table td', { hasText: '先有前者' }).waitFor();
    expect(table('relations')).toMatchObject([{ from, relation: '因果条件', reason: '先有前者' }]);
    await page.getByLabel('故事线').fill('由此而来。');
    await saved(() => press('Control+Enter'));
    await page.locator('h1').click();
    await press('Escape');
    await page.locator('.codes-row').first().waitFor();
    await press('c');
    await page.locator('.theory-table ins', { hasText: '由此而来。' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    for (let step = 0; step < 2; step += 1) await saved(() => press('Control+z'));
    expect(table('relations')).toEqual([]);
    await page.getByText('没有改动。').waitFor();
  });

  it('are moved by dragging, too', async () => {
    const before = table('coding');
    await page.goto(`${origin}/codes`);
    const axial = page.locator('.codes-column').nth(1).locator('.codes-row').first();
    const top = page.locator('.codes-column').first().locator('.codes-row').last();
    await axial.hover();
    await page.mouse.down();
    await top.hover();
    await top.hover();
    await saved(() => page.mouse.up());
    const id = before.find(({ level }) => level === 'axial')?.['codeId'];
    const [to = ''] = (await top.textContent())?.split(/\d/) ?? [];
    expect(table('coding').find(({ codeId }) => codeId === id)).toMatchObject({ level1: to });
    await saved(() => press('Control+z'));
    expect(table('coding')).toEqual(before);
  });
});

describe('constant comparison', () => {
  it('confirms and rejects by keys, and the focus goes on', async () => {
    const code = table('nodes').find(({ level, references }) => level === 'open' && Number(references) > 2);
    await page.goto(`${origin}/compare?code=${code?.['codeId']}`);
    await page.locator('.compare-hidden').waitFor();
    expect(await page.locator('.compare-row').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await press('h');
    await page.locator('.compare-row').first().waitFor();
    const confirmed = () => table('evidence', '--status', 'confirmed').length;
    const before = confirmed();
    await press('j');
    await saved(() => press('c'));
    await page.waitForFunction(() => document.activeElement?.matches('.compare-row:nth-child(2)'));
    await saved(() => press('x'));
    expect(confirmed()).toBe(before + 1);
    expect(await page.locator('.compare-row').nth(0).getAttribute('class')).toContain('confirmed');
    expect(await page.locator('.compare-row').nth(1).getAttribute('class')).toContain('rejected');
    await press('k', 'm');
    await page.locator('.write-form textarea').fill('与上一处不同');
    await saved(() => page.locator('.write-form button').click());
    expect(table('memos').map(({ text }) => text)).toContain('与上一处不同');
    await page.waitForFunction(() => document.activeElement?.matches('.compare-row:nth-child(2)'));
    await press('j');
    await saved(() => press('o'));
    expect(table('counter-evidence')).toMatchObject([{ code: code?.['code'] }]);
    await saved(() => press('Control+z'));
    await page.waitForFunction(() => document.querySelector('.compare-row.contradicts') === null);
    await page.locator('.compare-row').nth(2).focus();
    await saved(() => press('Shift+C'));
    await page.keyboard.type('确认时所想');
    await saved(() => page.locator('.write-form button').click());
    expect(table('memos').map(({ text }) => text)).toContain('确认时所想');
    await press('b');
    await page.locator('.picker input').fill(String(table('nodes')[0]?.['code']));
    await page.locator('.picker-code').first().waitFor();
    await press('Enter');
    await page.locator('.compare-column').nth(1).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('a query', () => {
  it('is asked, saved by its name, frozen into a code and taken back', async () => {
    await page.goto(`${origin}/compare`);
    await page.locator('h1').waitFor();
    await press('q');
    await page.getByLabel('词语').fill('村');
    await press('Enter');
    await page.locator('.query-sentences li').first().waitFor();
    expect(await page.getByLabel('词语').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('名称').fill('村里的事');
    await saved(() => press('Enter'));
    await page.getByRole('button', { name: '村里的事' }).waitFor();
    await page.getByRole('button', { name: '固化为编码' }).click();
    await page.locator('#codes-name').fill('村里的说法');
    await saved(() => press('Enter'));
    const sentences = await page.locator('.query-sentences li').count();
    const frozen = () => table('evidence').filter(({ code }) => code === '村里的说法').length;
    expect(frozen()).toBe(sentences);
    expect(table('memos').filter(({ about }) => about === '村里的说法')).toHaveLength(1);
    // A dialog leaves the focus where it was.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('固化为编码');
    await saved(() => press('Control+z'));
    expect(frozen()).toBe(0);
    await page.goto(`${origin}/compare?show=query`);
    await page.getByRole('button', { name: '村里的事' }).click();
    await page.locator('.query-sentences li').first().waitFor();
    expect(page.url()).toContain('words=');
    await saved(() => press('Control+z'));
  });
});
