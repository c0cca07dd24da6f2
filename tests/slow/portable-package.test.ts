import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledProgram } from '../compile-sources.js';
import { SAMPLE_FILES } from '../formats/sample-files.js';
import { GOVERNMENT } from '../formats/web-pages.js';
import { launchBrowser } from './workbench.js';

const place = mkdtempSync(join(tmpdir(), 'zhagen-portable-'));
const home = join(place, '家 home');
let folder: string;

/** What a system gives that has nothing installed. */
const env = { PATH: '/nonexistent', HOME: home, LANG: 'C.UTF-8' };

const zhagen = (...args: readonly string[]) =>
  execFileSync(join(folder, 'zhagen.sh'), args, { cwd: home, env, encoding: 'utf8', stdio: 'pipe' });

beforeAll(() => {
  const made = execFileSync(process.execPath, ['.build/package.mjs', join(place, 'made')], {
    cwd: compiledProgram(),
    encoding: 'utf8',
  });
  const [packed = '', archive = ''] = made.trim().split('\n');
  rmSync(packed, { recursive: true });
  const unpacked = join(place, '下载 的 程序');
  mkdirSync(unpacked);
  mkdirSync(home);
  execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
  folder = join(unpacked, readdirSync(unpacked)[0] ?? '');
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('the portable package, where Node.js is not installed', () => {
  it('runs the whole demo, and writes all kinds of files', () => {
    zhagen('demo', '--quiet');
    for (const format of ['docx', 'xlsx', 'spss', 'gexf', 'qdpx']) {
      zhagen('export', format, '--db', 'zhagen-demo.db', '--out', `all.${format}`);
      expect(existsSync(join(home, `all.${format}`))).toBe(true);
    }
    zhagen('figure', 'bars', '--db', 'zhagen-demo.db', '--out', 'bars.png');
    expect(readFileSync(join(home, 'bars.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  it('reads the formats for which it starts a process of its own, and traditional characters', () => {
    mkdirSync(join(home, '案例'));
    SAMPLE_FILES.pdf.forEach((bytes, at) => {
      writeFileSync(join(home, '案例', `报告${at}.pdf`), bytes);
    });
    writeFileSync(join(home, '案例', '表.xlsx'), SAMPLE_FILES.xlsx[0] ?? '');
    writeFileSync(join(home, '案例', '网页.html'), GOVERNMENT);
    writeFileSync(join(home, '案例', '繁體.txt'), '農戶參與產業發展，鄉村建設穩步推進。\n');
    const { added } = JSON.parse(zhagen('import', '案例', '--db', 'formats.db', '--quiet', '--json'));
    expect(added.length).toBeGreaterThanOrEqual(4);
    expect(JSON.parse(zhagen('mine', '--db', 'formats.db', '--quiet', '--json'))).toHaveProperty(
      'statisticsRunId',
    );
    const codebook = join(folder, 'program/codebooks/six-pillars.yaml');
    expect(() => zhagen('codebook', 'validate', codebook)).not.toThrow();
  });

  it('opens the workbench by the start script alone, which makes the sample project', async () => {
    const child = spawn(join(folder, 'zhagen.sh'), { cwd: '/', env, stdio: ['ignore', 'pipe', 'ignore'] });
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(url);
      await page.getByLabel('请写下您的姓名').fill('甲');
      await page.getByRole('button', { name: '进入' }).click();
      await page.getByRole('button', { name: '样例' }).click();
      await page.getByRole('heading', { name: '概览' }).waitFor({ timeout: 120_000 });
    } finally {
      await browser.close();
      child.kill('SIGINT');
    }
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('has the licence of Node.js, and says that of every package', () => {
    expect(readFileSync(join(folder, 'node/LICENSE'), 'utf8')).toContain('Node.js is licensed');
    const licences = readFileSync(join(folder, 'LICENSES.txt'), 'utf8');
    for (const name of ['better-sqlite3', 'nodejieba', '@resvg/resvg-js', 'hono', 'pdfjs-dist'])
      expect(licences).toContain(`\n${name} `);
    expect(licences).not.toContain('undefined');
    for (const [, path = ''] of licences.matchAll(/\((program\/[^)]+)\)/g))
      expect(existsSync(join(folder, path))).toBe(true);
  });
});
