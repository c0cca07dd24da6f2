// What the bench `serve` measures in chromium, each figure as one line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const ACTS = 30;
/** Between two keys, in milliseconds: as fast as people screen. */
const PAUSE = 250;

/** Measures the pages of a project that is coded; returns how many acts were measured. */
export async function measurePages(db, longCase) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--db', db, '--coder', '甲'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(child.stdout), 'line');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(noteRevisions);
    return await measure(page, url, longCase);
  } finally {
    await browser.close();
    child.kill('SIGINT');
    await once(child, 'exit');
  }
}

async function measure(page, url, longCase) {
  const { origin } = new URL(url);
  const open = (path) => page.goto(origin + path);
  const ask = (path) => page.evaluate(async (at) => (await fetch(at)).json(), path);
  let acts = 0;
  const measureActs = async (what, keysAt) => {
    acts += ACTS;
    tell(what, await timeActs(page, keysAt));
  };

  await page.goto(url);
  await page.locator('.overview-tasks').waitFor();
  console.log(`first paint\t${(await firstPaint(page)).toFixed(0)} ms`);
  await open('/');
  console.log(`first paint again\t${(await firstPaint(page)).toFixed(0)} ms`);
  await page.locator('.overview-tasks').waitFor();
  await tellHeap(page, 'overview');

  const { groups } = await ask('/api/screening/groups');
  for (const [what, query] of [
    ['screening, all groups', ''],
    ['screening, one group', `?group=${encodeURIComponent(groups[5])}`],
    ['screening, blind', '?view=blind'],
  ]) {
    await open(`/screening${query}`);
    await page.locator('tr.focused').waitFor();
    await measureActs(what, judgeWord);
  }
  await tellHeap(page, 'screening');
  await page.evaluate(showProposals);

  const { codes, levels } = await ask('/api/codes/columns');
  const [first, second] = [levels[0], levels.at(-1)].map((level) =>
    codes.filter((code) => code.level === level.id).sort((a, b) => b.references - a.references),
  );
  for (const [what, query] of [
    ['compare, a code', `code=${second[0].id}`],
    ['compare, a pillar', `code=${first[0].id}`],
    ['compare, two codes', `code=${second[2].id}&code=${second[1].id}`],
    ['compare, all coders', `code=${second[3].id}&others=1`],
  ]) {
    await open(`/compare?${query}&offset=50`);
    await page.locator('.compare-row').first().waitFor();
    await page.keyboard.press('j');
    await measureActs(`${what} (${query})`, (_, at) => 'cx'[at % 2]);
  }
  await tellHeap(page, 'compare');

  await open('/cases');
  await page.locator('.paged tbody tr a').first().waitFor();
  tellBlank('list of cases', await scroll(page, '.paged', '.paged tr[style]'));
  const short = await ask('/api/cases?limit=9&offset=90');
  await reader(short.rows[0].id, 'a case');
  await reader(longCase, 'the long case');
  await tellHeap(page, 'reader');
  return acts;

  async function reader(id, what) {
    await page.evaluate(openCase, id);
    await page.locator('.reader-line').first().waitFor();
    await page.waitForFunction(() => window.opened !== null);
    console.log(`${what} opened\t${(await page.evaluate(() => window.opened)).toFixed(0)} ms`);
    await page.locator('.stripe').first().waitFor();
    await measureActs(`${what}`, (_, at) => ['nc', 'nx'][at % 2]);
    tellBlank(what, await scroll(page, '.reader-text', null));
  }
}

/** In the page: notes when a key was pressed, and when the revision that it led to was painted. */
function noteRevisions() {
  window.acts = [];
  let pressed = null;
  window.addEventListener(
    'keydown',
    () => {
      pressed = performance.now();
    },
    true,
  );
  new MutationObserver((changes) => {
    if (pressed === null) return;
    const isRevision = changes.some(({ attributeName }) => attributeName === 'data-revision');
    if (!isRevision) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.acts.push(performance.now() - from);
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-revision'] });
}

/** In the page: has the program's proposals shown from now on. */
async function showProposals() {
  const { revision } = await (await fetch('/api/project')).json();
  const body = JSON.stringify({ seen: revision, value: 'always' });
  const headers = { 'content-type': 'application/json' };
  await fetch('/api/settings/proposals', { method: 'POST', headers, body });
}

/** In the page: goes to a case by its link, and notes when its first lines were painted. */
function openCase(id) {
  const link = document.body.appendChild(document.createElement('a'));
  link.href = `/cases/${encodeURIComponent(id)}`;
  const from = performance.now();
  window.opened = null;
  const look = () => {
    if (document.querySelector('.reader-line') === null) return requestAnimationFrame(look);
    requestAnimationFrame(() => {
      window.opened = performance.now() - from;
    });
  };
  for (const line of document.querySelectorAll('.reader-line')) line.remove();
  link.click();
  link.remove();
  look();
}

/** Keeps and drops in turn, but what stands already is not said again. */
async function judgeWord(page, at) {
  const state = await page.locator('tr.focused .screening-state').getAttribute('class');
  return state.includes(' kept') && !state.includes('by-rule')
    ? 'd'
    : state.includes(' dropped')
      ? 'k'
      : 'kd'[at % 2];
}

async function timeActs(page, keysAt) {
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    window.acts = [];
  });
  for (let at = 0; at < ACTS; at += 1) {
    for (const key of await keysAt(page, at)) await page.keyboard.press(key);
    const isShown = (done) => window.acts.length > done;
    await page.waitForFunction(isShown, at, { timeout: 20_000 }).catch(async () => {
      throw new Error(
        `nothing was saved by a key; the page says: ${await page.locator('.toasts').innerText()}`,
      );
    });
    await page.waitForTimeout(PAUSE);
  }
  return page.evaluate(() => window.acts);
}

function tell(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  console.log(`${what}\tmedian ${at(0.5)} ms\t95 % ${at(0.95)} ms\tgreatest ${at(1)} ms`);
}

async function firstPaint(page) {
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  await page.waitForFunction(painted);
  return page.evaluate(painted);
}

/** Scrolls a box in steps of a fast wheel; in how many pictures something in it was not drawn yet. */
async function scroll(page, box, filler) {
  return page.evaluate(
    async ([selector, fillers]) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const place = document.querySelector(selector);
      const { left, top, bottom } = place.getBoundingClientRect();
      let [frames, blank] = [0, 0];
      const steps = Math.min(200, Math.ceil(place.scrollHeight / 240));
      for (let step = 0; step < steps; step += 1) {
        place.scrollTop += 240;
        await frame();
        await frame();
        frames += 1;
        const isBlank = fillers
          ? [...document.querySelectorAll(fillers)].some((one) => {
              const at = one.getBoundingClientRect();
              return at.height > 0 && at.bottom > top + 1 && at.top < bottom - 1;
            })
          : [0.1, 0.5, 0.9].some((share) => {
              const hit = document.elementFromPoint(left + 80, top + (bottom - top) * share);
              const line = hit?.closest('.reader-line');
              return line && !line.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
            });
        if (isBlank) blank += 1;
      }
      return { frames, blank };
    },
    [box, filler],
  );
}

const tellBlank = (what, { frames, blank }) =>
  console.log(`${what} scrolled by 240 pixels a picture\tblank in ${blank} of ${frames}`);

async function tellHeap(page, what) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  console.log(`heap after ${what}\t${(usedSize / 1e6).toFixed(0)} MB`);
  await session.detach();
}
