// Takes pictures of all pages of the built workbench on the sample project, in both languages and themes:
//   node .build/screenshots.mjs FOLDER [--width 640] [--webp]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { width: { type: 'string', default: '1280' }, webp: { type: 'boolean' } },
});
const [out = 'pictures'] = positionals;
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zhagen-pictures-'));
mkdirSync(out, { recursive: true });
const server = spawn(process.execPath, [MAIN, 'serve', '--db', '扎根.db', '--coder', '甲'], {
  cwd: folder,
  // What was opened lately is remembered there.
  env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [url] = await once(createInterface(server.stdout), 'line');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const viewport = { width: Number(values.width), height: 720 };
const page = await browser.newPage({ viewport });
const session = await page.context().newCDPSession(page);
try {
  await page.goto(url);
  await takeAll('start', '/');
  await makeSample();
  for (const [name, address] of await addresses()) await takeAll(name, address);
  await beginCase();
  await takeAll('begun', '/screening');
  await takeAll('begun-table', '/tables/table/evidence');
} finally {
  await browser.close();
  server.kill('SIGINT');
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

/** The sample project with some decisions of two coders. */
async function makeSample() {
  const { place } = await ask('/api/start');
  await ask('/api/start/sample', place);
  await page.goto(new URL('/', url).href);
  const { rows } = await ask('/api/screening/words');
  for (const [at, { word }] of rows.slice(0, 6).entries()) {
    await act('/api/screening/decide', { kind: at % 3 === 2 ? 'drop' : 'keep', words: [word] });
  }
  await act('/api/settings/proposals', { value: 'always' });
  const cases = (await ask('/api/cases')).rows.slice(0, 3);
  // Two coders, who differ here and there.
  for (const [coder, every] of [
    ['乙', 3],
    ['甲', 4],
  ]) {
    await ask('/api/project/coder', { coder });
    for (const { id } of cases) await codeCase(id, every);
  }
}

/** Rejects one of so many proposals of a case, confirms the others, and is done with it. */
async function codeCase(id, every) {
  const at = `/api/cases/${encodeURIComponent(id)}`;
  const { passages } = await ask(`${at}/coding`);
  for (const [number, { id: passage, start, end }] of passages.entries()) {
    const says = number % every === every - 1 ? 'reject' : 'confirm';
    await act('/api/passages/review', { caseId: id, passage, start, end, says });
  }
  await act(`${at}/done`, {});
}

/** Who works in the page is in the middle of a case from now on: what others say is hidden. */
async function beginCase() {
  await act('/api/settings/proposals', { value: 'when-done' });
  const { id } = (await ask('/api/cases')).rows.at(-1);
  const { codes, levels } = await ask('/api/codes/columns');
  const code = codes.find(({ level }) => level === levels.at(-1).id);
  await act('/api/passages/code', { caseId: id, start: 0, end: 10, codes: [code.id] });
}

/** The pages of the navigation, and what is opened in them. */
async function addresses() {
  const links = page.locator('.navigation a');
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const [{ id: first }] = (await ask('/api/cases')).rows;
  const { codes, levels } = await ask('/api/codes/columns');
  const [one, other] = codes
    .filter(({ level }) => level === levels.at(-1).id)
    .sort((a, b) => b.references - a.references);
  return [
    ...paths.map((path) => [path === '/' ? 'overview' : path.slice(1), path]),
    ['reader', `/cases/${encodeURIComponent(first)}`],
    ['clusters', '/screening?tab=clusters'],
    ['code', `/codes?code=${one.id}`],
    ['theory', '/codes?show=theory'],
    ['changes', '/codes?show=changes'],
    ['revisit', '/codes?show=revisit'],
    ['compared', `/compare?code=${one.id}&code=${other.id}`],
    ['query', `/compare?show=query&has=${one.id}`],
    ['frequency', '/tables/table/frequency'],
    ['evidence', '/tables/table/evidence'],
    ['figure', '/tables/figure/framework'],
    ['network', '/tables/figure/network'],
    ['runs', '/history?show=runs'],
    ['disagreements', '/agreement/disagreements'],
    ['meeting', '/agreement/meeting'],
    ['files', '/agreement/files'],
    ['check', '/agreement/check'],
    ['checked', '/agreement/check?of=乙'],
  ];
}

async function takeAll(name, address) {
  for (const language of ['zh', 'en']) {
    for (const theme of ['light', 'dark']) {
      await page.evaluate(
        ([language, theme]) => {
          // biome-ignore lint/suspicious/noDocumentCookie: as the page itself sets it
          document.cookie = `zhagen-language=${language}; path=/; samesite=strict`;
          localStorage.setItem('theme', theme);
        },
        [language, theme],
      );
      await page.goto(new URL(address, url).href);
      await page.locator('main :is(h1, h2, table, form):visible').first().waitFor();
      await page.waitForFunction(() => !/正在载入|Loading…/.test(document.querySelector('main').innerText));
      await page.waitForTimeout(700);
      const format = values.webp ? 'webp' : 'png';
      const { data } = await session.send('Page.captureScreenshot', {
        format,
        quality: values.webp ? 40 : undefined,
      });
      const file = `${name.replaceAll('/', '-')}-${language}-${theme}.${format}`;
      writeFileSync(join(out, file), Buffer.from(data, 'base64'));
    }
  }
}

/** Asks the server as the page does. */
function ask(path, body) {
  return page.evaluate(
    async ([path, body]) => {
      const asked = body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const response = await fetch(path, asked);
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return response.json();
    },
    [path, body],
  );
}

async function act(path, body) {
  const { revision } = await ask('/api/project');
  return ask(path, { seen: revision, ...body });
}
