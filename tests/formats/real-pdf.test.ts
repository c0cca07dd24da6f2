import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { normalizeText } from '../../src/stages/normalize/normalize-text.js';
import { CHROMIUM, convertWithLibreOffice, LIBREOFFICE, pageOf, printWithChromium } from './print-pdf.js';
import { readTestPdf } from './read-pdf.js';
import { rejectionOf } from './rejection.js';

const TITLE = '一个山区县的脱贫攻坚经验';
const PARAGRAPHS = [
  '2020年，全县建档立卡贫困户全部脱贫，民生改善、产业发展和生态保护相互促进，“两不愁三保障”目标如期实现，形成了可复制、可推广的经验，长期困扰群众的饮水、住房和出行问题也得到解决。',
  '该县坚持党建引领，选派驻村第一书记，建立了防止返贫动态监测机制，确保脱贫成果得到巩固，与乡村振兴有效衔接，干部和群众的精神面貌发生了根本变化。',
  '易地扶贫搬迁是一项系统工程，涉及选址、建设、搬迁、后续扶持等多个环节，必须统筹推进，久久为功。搬迁群众的就业、就学、就医问题都要逐一解决，社区管理和文化活动也要跟上。',
];

const folder = mkdtempSync(join(tmpdir(), 'zhagen-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines that cleaning makes, without the blanks that programs put between Chinese and digits. */
function cleanLines(text: string): string[] {
  return normalizeText(text)
    .text.split('\n')
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter((line) => line !== '');
}

const skipped = (what: string, present: boolean) =>
  `${what}${present ? '' : ' (skipped: it is not installed)'}`;

describe.skipIf(!CHROMIUM)(skipped('PDF printed by chromium', CHROMIUM), () => {
  it.each([
    ['one column', ''],
    ['two columns', 'div{column-count:2;column-gap:2em}'],
    ['lines set wide apart', 'body{line-height:2.4}'],
  ])(
    'has every paragraph whole: %s',
    async (name, style) => {
      const { text } = await readTestPdf(printWithChromium(folder, name, pageOf(TITLE, PARAGRAPHS, style)));
      expect(cleanLines(text)).toEqual([TITLE, ...PARAGRAPHS]);
    },
    60_000,
  );
});

describe.skipIf(!LIBREOFFICE)(skipped('PDF printed by LibreOffice', LIBREOFFICE), () => {
  it('has every paragraph whole', async () => {
    const content = `${TITLE}\n\n${PARAGRAPHS.map((paragraph) => `　　${paragraph}`).join('\n')}\n`;
    const { text } = await readTestPdf(
      convertWithLibreOffice(folder, 'a.txt', content, 'pdf', 'Text (encoded):UTF8'),
    );
    expect(cleanLines(text)).toEqual([TITLE, ...PARAGRAPHS]);
  }, 90_000);

  it('asks for a copy without the password that it was encrypted with', async () => {
    const password = { type: 'string', value: '口令' };
    const options = { EncryptFile: { type: 'boolean', value: 'true' }, DocumentOpenPassword: password };
    const to = `pdf:writer_pdf_Export:${JSON.stringify(options)}`;
    const pdf = convertWithLibreOffice(folder, 'locked.txt', TITLE, to, 'Text (encoded):UTF8');
    expect(Buffer.from(pdf).includes('/Encrypt')).toBe(true);
    expect(await rejectionOf(readTestPdf(pdf))).toMatchObject({ code: 'import/encrypted-file' });
  }, 90_000);
});
