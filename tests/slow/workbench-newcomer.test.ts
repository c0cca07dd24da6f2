import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  launchBrowser,
  printedTable,
  type StartedWorkbench,
  startWithoutProject,
  untilSaved,
} from './workbench.js';

/** What a newcomer does differently by mouse and by keyboard; all else is pressing buttons and writing. */
interface Hands {
  /** Presses a button or follows a link. */
  readonly press: (what: Locator) => Promise<void>;
  readonly goTo: (name: string, key: string) => Promise<void>;
  readonly openCase: () => Promise<void>;
  readonly judge: (verdict: '保留' | '剔除') => Promise<void>;
  readonly fold: () => Promise<void>;
  /** Chooses the first keyword that no code took, and has its new core keyword named. */
  readonly found: () => Promise<void>;
  /** Codes a sentence of the case that is open. */
  readonly code: (label: string) => Promise<void>;
  readonly done: () => Promise<void>;
  readonly showProposals: () => Promise<void>;
  /** Confirms a passage of the list. */
  readonly confirm: (at: number) => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly undo: () => Promise<void>;
}

/** What must be as it was once all is taken back. */
const TABLES = ['raw', 'frequency', 'coding', 'evidence', 'uncoded', 'contested', 'memos'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

describe("a newcomer's path", () => {
  it('can be gone by the mouse', () => goAllTheWay(mouseOn));
  it('can be gone by the keyboard', () => goAllTheWay(keyboardOn));
});

async function goAllTheWay(handsOn: (page: Page) => Hands): Promise<void> {
  const workbench = await startWithoutProject();
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  try {
    await page.goto(workbench.url);
    await goFrom(page, handsOn(page), workbench);
  } finally {
    await page.close();
    await workbench.stop();
  }
}

async function goFrom(page: Page, hands: Hands, { db }: StartedWorkbench): Promise<void> {
  const project = join(dirname(db), '样例项目.db');
  const state = () => Object.fromEntries(TABLES.map((name) => [name, printedTable(project, name)]));
  const saved = (work: () => Promise<void>) => untilSaved(page, work);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const enter = async (coder: string) => {
    await hands.press(page.getByLabel('请写下您的姓名'));
    await page.keyboard.type(coder);
    await page.keyboard.press('Enter');
    await page.getByText(`编码者 ${coder}`).waitFor();
  };
  const change = async (coder: string) => {
    await hands.press(button('换人'));
    await enter(coder);
  };

  await enter('甲');
  await hands.press(button('建立样例项目'));
  await page.getByRole('heading', { name: '概览' }).waitFor({ timeout: 120_000 });
  await page.getByText('已导入 48 个案例').waitFor();
  const beginning = state();

  await hands.goTo('筛选', 's');
  await page.locator('tr.focused').waitFor();
  for (let at = 0; at < 10; at += 1) await saved(() => hands.judge(at % 2 === 0 ? '剔除' : '保留'));
  for (let at = 0; at < 2; at += 1) {
    await hands.fold();
    await page.getByLabel('目标词', { exact: true }).waitFor();
    await page.keyboard.type('扶贫产业园');
    await saved(() => page.keyboard.press('Enter'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(printedTable(project, 'raw')).not.toEqual(beginning['raw']);

  await hands.goTo('图表', 't');
  await page.locator('.tables tbody tr').first().waitFor();
  expect(await page.getByText('新来者的核心词').count()).toBe(0);
  await hands.goTo('编码', 'k');
  await page.locator('.codes-row[data-row^="word "]').first().waitFor();
  await hands.found();
  await page.locator('#codes-name').waitFor();
  await page.keyboard.type('新来者的核心词');
  await saved(() => page.keyboard.press('Enter'));
  await hands.goTo('图表', 't');
  await page.getByText('新来者的核心词').first().waitFor();
  expect(JSON.stringify(printedTable(project, 'frequency'))).toContain('新来者的核心词');

  const codeCase = async (label: string) => {
    await hands.goTo('案例', 'c');
    await hands.openCase();
    await page.locator('.reader-line').nth(3).waitFor();
    await saved(() => hands.code(label));
  };
  const finishCase = async () => {
    await hands.goTo('案例', 'c');
    await hands.openCase();
    await page.locator('.reader-line').nth(3).waitFor();
    await saved(() => hands.done());
  };
  await codeCase('收益分红');
  await hands.goTo('比较', 'p');
  await hands.press(button('选择编码'));
  await page.locator('.picker input').waitFor();
  await page.keyboard.type('扶贫产业');
  await page.keyboard.press('Enter');
  await page.locator('.compare-hidden').waitFor();
  await hands.showProposals();
  await page.locator('.compare-row.proposed').nth(2).waitFor();
  for (let at = 0; at < 3; at += 1) await saved(() => hands.confirm(at));
  expect(await page.locator('.compare-row.confirmed').count()).toBeGreaterThanOrEqual(3);

  await finishCase();
  await change('乙');
  await codeCase('公益性岗位');
  await finishCase();
  await hands.goTo('一致性', 'a');
  await hands.press(page.getByRole('link', { name: '分歧' }));
  await page.locator('.dispute').first().waitFor();
  const open = await page.locator('.dispute').count();
  await saved(() => hands.settle());
  await page.waitForFunction((all) => document.querySelectorAll('.dispute').length < all, open);

  await hands.goTo('图表', 't');
  await hands.press(page.locator('summary', { hasText: '导出' }));
  const saving = page.waitForEvent('download');
  await hands.press(page.getByRole('link', { name: 'Excel 工作簿' }).last());
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^样例项目-.*\.xlsx$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  expect(state()).not.toEqual(beginning);
  for (let at = 0; at < 3; at += 1) await saved(() => hands.undo());
  await change('甲');
  for (let at = 0; at < 18; at += 1) await saved(() => hands.undo());
  expect(state()).toEqual(beginning);
}

function mouseOn(page: Page): Hands {
  const click = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const word = page.locator('.codes-row[data-row^="word "]').first();
  return {
    press: (what) => what.click(),
    goTo: (name) => page.getByRole('link', { name, exact: true }).first().click(),
    openCase: () => page.locator('.cases-table tbody a, .cases a[href^="/cases/"]').first().click(),
    judge: (verdict) => page.locator('.screening-panel').getByRole('button', { name: verdict }).click(),
    fold: () => page.locator('.screening-panel').getByRole('button', { name: '并入' }).click(),
    found: async () => {
      await word.click();
      await click(/归为新的核心关键词/);
    },
    code: async (label) => {
      await click(/标记模式/);
      await page.locator('.picker input').fill(label);
      await page.locator('.picker-code[aria-selected=true]', { hasText: label }).click();
      const line = page.locator('.reader-line').nth(3).locator('[data-at]').first();
      const box = await line.boundingBox();
      if (!box) throw new Error('no line');
      await page.mouse.move(box.x + 1, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(box.x + 83, box.y + 12, { steps: 4 });
      await page.mouse.up();
    },
    done: () => click(/完成本案例/),
    showProposals: () => page.locator('.compare-hidden button').first().click(),
    confirm: (at) => page.locator('.compare-row').nth(at).getByRole('button', { name: '确认' }).click(),
    settle: () =>
      page
        .locator('.dispute')
        .first()
        .getByRole('button', { name: /采用 甲/ })
        .click(),
    undo: () => page.getByTitle('Ctrl+Z').click(),
  };
}

function keyboardOn(page: Page): Hands {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on with Tab until something has the focus. */
  const tabTo = async (what: Locator) => {
    await what.waitFor();
    for (let at = 0; at < 300; at += 1) {
      if (await what.evaluate((element) => element.contains(document.activeElement))) return;
      await press('Tab');
    }
    throw new Error(`Tab does not lead to ${what}`);
  };
  return {
    press: async (what) => {
      await tabTo(what);
      const isField = await what.evaluate((element) => element.matches('input'));
      if (!isField) await press('Enter');
    },
    goTo: (_, key) => press('g', key),
    openCase: async () => {
      await page.locator('.cases-count').waitFor();
      await press('j', 'Enter');
    },
    judge: (verdict) => press(verdict === '保留' ? 'k' : 'd'),
    fold: () => press('f'),
    found: async () => {
      await press('ArrowDown');
      for (let at = 0; at < 8; at += 1) {
        const row = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'] ?? '');
        if (row.startsWith('word ')) return press('u');
        await press('ArrowRight');
      }
    },
    code: async (label) => {
      await press('j', 'j', 'j', 'j', 'Enter');
      await page.locator('.picker input').waitFor();
      await page.keyboard.type(label);
      await page.locator('.picker-code[aria-selected=true]', { hasText: label }).waitFor();
      await press('Enter');
    },
    done: () => press('d'),
    showProposals: () => press('h'),
    confirm: async (at) => {
      if (at === 0) await press('j');
      await press('c');
    },
    settle: () => press('j', '1'),
    undo: () => press('Control+z'),
  };
}
