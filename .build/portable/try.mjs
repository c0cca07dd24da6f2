// After the package: tries the one in `portable`, or in the folder that is given, on the system that it is for. It is unpacked
// into a path with spaces and Chinese characters, and worked with by its start script alone. See docs/portable.md.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const isWindows = process.platform === 'win32';
const made = resolve(process.argv[2] ?? 'portable');
const archive = join(made, readdirSync(made).find((name) => /\.(zip|tar\.gz)$/.test(name)) ?? '');
const place = mkdtempSync(join(tmpdir(), 'zhagen-try-'));
const unpacked = join(place, '下载 的 程序');
const home = join(place, '家 home');
for (const folder of [unpacked, home]) mkdirSync(folder);

if (isWindows) powerShell(`Expand-Archive -LiteralPath '${archive}' -DestinationPath '${unpacked}'`);
else execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
const folder = join(unpacked, readdirSync(unpacked)[0] ?? '');
const start = ['zhagen.cmd', 'zhagen.command', 'zhagen.sh']
  .map((name) => join(folder, name))
  .find((path) => existsSync(path));
/** What a system gives that has nothing installed; on Windows programs need more than a path. */
const env = isWindows ? process.env : { PATH: '/nonexistent', HOME: home, LANG: 'C.UTF-8' };

say('Version', zhagen('--version'));
zhagen('demo', '--quiet');
for (const format of ['docx', 'xlsx', 'qdpx']) write('export', format, `导 出.${format}`);
write('figure', 'bars', '图.svg');

mkdirSync(join(home, '案 例'));
writeFileSync(join(home, '案 例', '报告.pdf'), smallPdf());
writeFileSync(join(home, '案 例', '繁體.txt'), '農戶參與產業發展，鄉村建設穩步推進。\n');
const { added } = JSON.parse(zhagen('import', '案 例', '--db', '研究.db', '--quiet', '--json'));
if (added.length !== 2) throw new Error(`Imported ${JSON.stringify(added)}`);
say('Imported', '案 例');

const [server, args, options] = startCommand(['serve']);
const workbench = spawn(server, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
const [url] = await once(createInterface(workbench.stdout), 'line');
const { origin } = new URL(url);
for (const [address, expected] of [
  [`${origin}/`, 401],
  [url, 302],
]) {
  const { status } = await fetch(address, { redirect: 'manual' });
  if (status !== expected) throw new Error(`${address}: ${status}`);
}
say('Opened', 'the workbench');
const ended = once(workbench, 'exit');
// A process of Windows can be sent Ctrl-C by its console alone.
if (isWindows) execFileSync('taskkill', ['/pid', String(workbench.pid), '/t', '/f']);
else workbench.kill('SIGINT');
const [code] = await ended;
if (!isWindows && code !== 0) throw new Error(`The workbench ended with ${code}`);
rmSync(place, { recursive: true, force: true, maxRetries: 20 });

function write(command, what, name) {
  zhagen(command, what, '--db', 'zhagen-demo.db', '--out', name);
  if (!existsSync(join(home, name))) throw new Error(`${name} was not written`);
  say('Written', name);
}

/** Runs the start script. @returns what it prints */
function zhagen(...args) {
  const [program, all, options] = startCommand(args);
  return execFileSync(program, all, { ...options, encoding: 'utf8' });
}

/** A script of Windows is run by cmd, which takes one line with all in quotation marks. */
function startCommand(args) {
  const options = { cwd: home, env };
  if (!isWindows) return [start, args, options];
  const line = [start, ...args].map((arg) => `"${arg}"`).join(' ');
  return ['cmd.exe', ['/d', '/s', '/c', `"${line}"`], { ...options, windowsVerbatimArguments: true }];
}

function powerShell(command) {
  execFileSync('powershell', ['-NoProfile', '-Command', command], { stdio: 'inherit' });
}

function say(what, name) {
  process.stdout.write(`${what}: ${name.trim()}\n`);
}

/** A PDF of one line, in a font that every reader has. */
function smallPdf() {
  const text = 'BT /F 12 Tf 72 720 Td (Rural revitalisation) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const entries = ['0000000000 65535 f \n'];
  let pdf = '%PDF-1.4\n';
  for (const [at, object] of objects.entries()) {
    entries.push(`${String(pdf.length).padStart(10, '0')} 00000 n \n`);
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = `xref\n0 ${entries.length}\n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${entries.length} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return pdf + table + trailer;
}
