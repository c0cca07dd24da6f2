import { describe, expect, it } from 'vitest';
import { shellWords } from '../../src/messages/web/shell.js';
import { pages } from '../../src/web/client/pages.js';
import type { BrowsedCodes } from '../../src/workflow/browse-codes.js';
import { seriousFaults } from './axe.js';
import { faultsOfLayout } from './layout.js';
import { openWorkbench } from './workbench.js';

const { workbench, page } = await openWorkbench();
await page.goto(workbench.url);

const LANGUAGES = ['zh', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const SIZES = [
  { width: 1280, height: 720 },
  { width: 640, height: 720 },
] as const;

const ask = <Answer>(path: string): Promise<Answer> =>
  page.evaluate(async (at) => (await fetch(at)).json(), path);

/** Has the pages show what the program proposes: where it is hidden there is less to look at. */
const showProposals = () =>
  page.evaluate(async () => {
    const { revision } = await (await fetch('/api/project')).json();
    const body = JSON.stringify({ seen: revision, value: 'always' });
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/settings/proposals', { method: 'POST', headers, body });
  });

/** What is opened in the pages besides the pages themselves. */
async function opened(): Promise<Readonly<Record<string, string>>> {
  const { codes, unmapped } = await ask<BrowsedCodes>('/api/codes/columns');
  const [first, other] = codes
    .filter(({ level }) => level === codes.at(-1)?.level)
    .sort((one, next) => next.references - one.references);
  const word = encodeURIComponent(unmapped[0]?.word ?? '');
  return {
    'a case': '/cases/AH01',
    'a case, raw, with all layers': '/cases/AH01?form=raw&layers=codings+keywords+new-words+regions+others',
    'words that look alike': '/screening?tab=clusters',
    'a code': `/codes?code=${first?.id}`,
    'a keyword without a code': `/codes?word=${word}`,
    'core category and relations': '/codes?show=theory',
    'changes of codes': '/codes?show=changes',
    'verdicts to revisit': '/codes?show=revisit',
    'a query': '/compare?show=query&words=村',
    'two codes compared': `/compare?code=${first?.id}&code=${other?.id}`,
    'a wide table': '/tables/table/evidence?columns=all',
    'words in context': '/tables/table/kwic?word=村',
    'a figure': '/tables/figure/framework',
    'the runs': '/history?show=runs',
    'a new project': '/start',
    disagreements: '/agreement/disagreements',
    'a meeting': '/agreement/meeting',
    'files for colleagues': '/agreement/files',
    'a sample of a student': '/agreement/check',
    'no such page': '/nothing',
  };
}

async function show(address: string, language: string, theme: string): Promise<void> {
  await page.evaluate(
    ([in_, looks]) => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the page itself sets it
      document.cookie = `zhagen-language=${in_}; path=/; samesite=strict`;
      localStorage.setItem('theme', looks ?? '');
    },
    [language, theme],
  );
  await page.goto(new URL(address, workbench.url).href);
  await page.locator('main :is(h1, h2, table, form, .note)').first().waitFor();
  await page.waitForFunction(
    () => !/正在载入|Loading…/.test(document.querySelector('main')?.innerText ?? ''),
  );
}

describe('every page, in both languages and themes', () => {
  it('has no serious fault of accessibility, and no text beyond its place or cut off', async () => {
    await showProposals();
    const all = { ...Object.fromEntries(pages.map(({ name, path }) => [name, path])), ...(await opened()) };
    const found: string[] = [];
    for (const [name, address] of Object.entries(all)) {
      for (const language of LANGUAGES) {
        for (const theme of language === 'zh' ? THEMES : THEMES.slice(0, 1)) {
          await page.setViewportSize(SIZES[0]);
          await show(address, language, theme);
          // The dark theme has other colours, the same in both languages, and all things in the same places.
          const isLight = theme === 'light';
          const faults = await seriousFaults(page, isLight ? undefined : RULES_OF_COLOURS);
          found.push(...faults.map((fault) => `${name} ${language} ${theme}: ${fault}`));
          for (const size of isLight ? SIZES : []) {
            await page.setViewportSize(size);
            const beyond = await faultsOfLayout(page);
            found.push(...beyond.map((fault) => `${name} ${language} ${size.width}: ${fault}`));
          }
        }
      }
    }
    expect(found).toEqual([]);
  }, 300_000);

  it('says in its title which page it is, announces no lists, and has no head of a table without words', async () => {
    const all = [...pages.map(({ path }) => path), ...Object.values(await opened())];
    const found: string[] = [];
    await page.setViewportSize(SIZES[0]);
    for (const address of all) {
      await show(address, 'zh', 'light');
      const { name } = pages.find(({ path }) => path === `/${address.split(/[/?]/)[1]}`) ?? {};
      const title = name ? `${shellWords.zh.pages[name]} · ${shellWords.zh.name}` : shellWords.zh.name;
      expect([address, await page.title()]).toEqual([address, title]);
      const faults = await page.evaluate(() => {
        const live = [...document.querySelectorAll('output, [role=status], [aria-live=polite]')];
        const shouting = live.filter((one) => one.querySelector('li, tr') !== null);
        const unnamed = [...document.querySelectorAll('th')].filter((one) => one.textContent === '');
        return [...shouting, ...unnamed].map((one) => one.outerHTML.slice(0, 80));
      });
      found.push(...faults.map((fault) => `${address}: ${fault}`));
    }
    expect(found).toEqual([]);
  }, 120_000);
});
