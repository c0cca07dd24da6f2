import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isInstalled = (command: string) => spawnSync(command, ['--version']).status === 0;

/** Programs that make real files, where the machine has them. */
export const CHROMIUM = isInstalled('chromium');
export const LIBREOFFICE = isInstalled('soffice');

/** A web page of a heading and paragraphs, to be read on paper. */
export function pageOf(title: string, paragraphs: readonly string[], style = ''): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><style>@page{size:A4;margin:2cm} body{font:12pt "Noto Serif CJK SC";line-height:1.5} p{text-indent:2em;margin:0} ${style}</style><title>${title}</title><h1>${title}</h1><div>${text}</div></html>`;
}

/** The PDF that chromium prints of a page. */
export function printWithChromium(folder: string, name: string, page: string): Uint8Array {
  const [html, pdf] = [join(folder, `${name}.html`), join(folder, `${name}.pdf`)];
  writeFileSync(html, page);
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  execFileSync('chromium', [...options, profile, `--print-to-pdf=${pdf}`, html], { stdio: 'ignore' });
  return readFileSync(pdf);
}

/** What LibreOffice makes of a file that its filter reads, in another format (`pdf`, `docx`, `pdf:…` with options). */
export function convertWithLibreOffice(
  folder: string,
  name: string,
  content: string | Uint8Array,
  to: string,
  filter?: string,
): Uint8Array {
  const source = join(folder, name);
  writeFileSync(source, content);
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const reading = filter === undefined ? [] : [`--infilter=${filter}`];
  const options = ['--headless', ...reading, '--convert-to', to, '--outdir', folder];
  execFileSync('soffice', [profile, ...options, source], { stdio: 'ignore' });
  return readFileSync(source.replace(/\.\w+$/, `.${to.split(':')[0]}`));
}
