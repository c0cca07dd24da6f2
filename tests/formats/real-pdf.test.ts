import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { normalizeText } from '../../src/stages/normalize/normalize-text.js';
import { readTestPdf } from './read-pdf.js';

const TITLE = '一个山区县的脱贫攻坚经验';
const PARAGRAPHS = [
  '2020年，全县建档立卡贫困户全部脱贫，民生改善、产业发展和生态保护相互促进，“两不愁三保障”目标如期实现，形成了可复制、可推广的经验，长期困扰群众的饮水、住房和出行问题也得到解决。',
  '该县坚持党建引领，选派驻村第一书记，建立了防止返贫动态监测机制，确保脱贫成果得到巩固，与乡村振兴有效衔接，干部和群众的精神面貌发生了根本变化。',
  '易地扶贫搬迁是一项系统工程，涉及选址、建设、搬迁、后续扶持等多个环节，必须统筹推进，久久为功。搬迁群众的就业、就学、就医问题都要逐一解决，社区管理和文化活动也要跟上。',
];

const folder = mkdtempSync(join(tmpdir(), 'zhagen-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isInstalled = (command: string) => spawnSync(command, ['--version']).status === 0;
const chromium = isInstalled('chromium');
const libreoffice = isInstalled('soffice');
const skipped = (what: string, present: boolean) =>
  `${what}${present ? '' : ' (skipped: it is not installed)'}`;

function page(style: string): string {
  const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><style>@page{size:A4;margin:2cm} body{font:12pt "Noto Serif CJK SC";line-height:1.5} p{text-indent:2em;margin:0} ${style}</style><h1>${TITLE}</h1><div>${text}</div></html>`;
}

function printWithChromium(name: string, style: string): Promise<{ text: string }> {
  const [html, pdf] = [join(folder, `${name}.html`), join(folder, `${name}.pdf`)];
  writeFileSync(html, page(style));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  execFileSync(
    'chromium',
    [...options, `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, html],
    {
      stdio: 'ignore',
    },
  );
  return readTestPdf(readFileSync(pdf));
}

function printWithLibreOffice(name: string, content: string, filter: string): Promise<{ text: string }> {
  const source = join(folder, name);
  writeFileSync(source, content);
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const options = ['--headless', `--infilter=${filter}`, '--convert-to', 'pdf', '--outdir', folder];
  execFileSync('soffice', [profile, ...options, source], { stdio: 'ignore' });
  return readTestPdf(readFileSync(source.replace(/\.\w+$/, '.pdf')));
}

/** The lines that cleaning makes, without the blanks that programs put between Chinese and digits. */
function cleanLines(text: string): string[] {
  return normalizeText(text)
    .text.split('\n')
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter((line) => line !== '');
}

describe.skipIf(!chromium)(skipped('PDF printed by chromium', chromium), () => {
  it.each([
    ['one column', ''],
    ['two columns', 'div{column-count:2;column-gap:2em}'],
    ['lines set wide apart', 'body{line-height:2.4}'],
  ])(
    'has every paragraph whole: %s',
    async (name, style) => {
      const { text } = await printWithChromium(name, style);
      expect(cleanLines(text)).toEqual([TITLE, ...PARAGRAPHS]);
    },
    60_000,
  );
});

describe.skipIf(!libreoffice)(skipped('PDF printed by LibreOffice', libreoffice), () => {
  it('has every paragraph whole', async () => {
    const content = `${TITLE}\n\n${PARAGRAPHS.map((paragraph) => `　　${paragraph}`).join('\n')}\n`;
    const { text } = await printWithLibreOffice('a.txt', content, 'Text (encoded):UTF8');
    expect(cleanLines(text)).toEqual([TITLE, ...PARAGRAPHS]);
  }, 90_000);
});
