import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportFormatNames } from '../../src/model/export-format-name.js';
import { exportFormats } from '../../src/workflow/exports/export-formats.js';
import { compiledProgram } from '../compile-sources.js';
import { CORPUS, makeProgram } from './program.js';

const NOBODY = 65534;
const CASES = ['AH01', 'GZ01', 'JX01'];
const { zhagen, folder } = makeProgram();

/** Exports a project to every format in one process, and prints how each ended; what is interrupted stops at its second piece. */
const EXPORT_ALL = `
const [index, db, out, formats, force, interrupted] = process.argv.slice(1);
const { exportDataset, withProject } = await import(index);
const ended = {};
await withProject(db, { mode: 'read' }, async (project) => {
  for (const format of JSON.parse(formats)) {
    let pieces = 0;
    const progress = () => {
      pieces += 1;
      if (interrupted === 'true' && pieces === 2) throw new Error('interrupted');
    };
    await exportDataset({ ...project, progress }, { format, out: out + '/' + format, force: force === 'true' })
      .then(() => { ended[format] = 'written'; }, (error) => { ended[format] = error.code ?? error.message; });
  }
});
console.log(JSON.stringify(ended));
`;

interface Run {
  readonly formats?: readonly string[];
  readonly force?: boolean;
  readonly interrupted?: boolean;
  readonly zone?: string;
  readonly uid?: number | undefined;
  readonly fileBlocks?: number;
}

function exportAll(db: string, out: string, run: Run = {}): Record<string, string> {
  const {
    formats = exportFormatNames,
    force = false,
    interrupted = false,
    zone = 'UTC',
    uid,
    fileBlocks,
  } = run;
  const index = join(compiledProgram(), 'dist/index.js');
  const args = [index, db, out, JSON.stringify(formats), String(force), String(interrupted)];
  const node = [process.execPath, '--input-type=module', '-e', EXPORT_ALL, ...args];
  const limit = fileBlocks === undefined ? '' : `trap "" XFSZ; ulimit -f ${fileBlocks}; `;
  const printed = execFileSync('sh', ['-c', `${limit}exec "$@"`, 'sh', ...node], {
    cwd: folder('elsewhere'),
    env: { PATH: process.env['PATH'], TZ: zone },
    encoding: 'utf8',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return JSON.parse(printed);
}

/** The hash of every file of a folder and those in it. */
function hashesOf(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(path, file)))
      .digest('hex');
  return Object.fromEntries(
    files.filter((file) => statSync(join(path, file)).isFile()).map((file) => [file, hashOf(file)]),
  );
}

const each = (ending: string) => Object.fromEntries(exportFormatNames.map((format) => [format, ending]));
/** Formats that are the rows of the project file, with their times and ids. */
const OF_FILE = ['json', 'jsonl'];

/** Builds a project of the sample cases in a folder and a time zone, the cases in an order. */
async function build(name: string, zone: string, cases: readonly string[]): Promise<string> {
  const cwd = folder(name);
  for (const id of cases) cpSync(join(CORPUS, 'cases', `${id}.txt`), join(cwd, `${id}.txt`));
  const files = cases.map((id) => `${id}.txt`);
  const attributes = ['--attributes', join(CORPUS, 'cases.csv'), '--skip-bad'];
  const { code, err } = await zhagen(['run', ...files, ...attributes, '--lang', 'zh'], {
    cwd,
    env: { TZ: zone },
  });
  expect(code, err).toBe(0);
  return join(cwd, 'zhagen.db');
}

describe('every format of export', () => {
  let [east, west] = ['', ''];
  let [first, second] = ['', ''];

  beforeAll(async () => {
    east = await build('east', 'Asia/Shanghai', CASES);
    west = await build('deeper/west', 'America/St_Johns', CASES.toReversed());
    [first, second] = [folder('first'), folder('second')];
    expect(exportAll(east, first, { zone: 'Asia/Shanghai' })).toEqual(each('written'));
    expect(exportAll(west, second, { zone: 'America/St_Johns' })).toEqual(each('written'));
  }, 240_000);

  it('has the same bytes from projects of other time zones, folders and orders of import', () => {
    const ofProject = (hashes: Record<string, string>) =>
      Object.fromEntries(Object.entries(hashes).filter(([file]) => !OF_FILE.includes(file)));
    const written = hashesOf(first);
    expect(Object.keys(written).length).toBeGreaterThan(exportFormatNames.length);
    expect(ofProject(hashesOf(second))).toEqual(ofProject(written));
  });

  it('is not written over what is there unless it is told to, and is the same again', () => {
    const before = hashesOf(first);
    expect(exportAll(east, first)).toEqual(each('export/exists'));
    expect(hashesOf(first)).toEqual(before);
    expect(exportAll(east, first, { force: true, zone: 'Pacific/Auckland' })).toEqual(each('written'));
    expect(hashesOf(first)).toEqual(before);
  }, 240_000);

  it('leaves no half file and keeps the earlier one when it is interrupted', async () => {
    const out = folder('interrupted');
    const begun = exportAll(east, out, { interrupted: true });
    const stopped: string[] = exportFormatNames.filter((format) => begun[format] !== 'written');
    expect(new Set(stopped.map((format) => begun[format]))).toEqual(new Set(['interrupted']));
    expect(stopped).toEqual(expect.arrayContaining(['xlsx', 'csv', 'jsonl', 'tidy', 'spss', 'html']));
    expect(readdirSync(out).filter((name) => stopped.includes(name.split('.')[0] ?? ''))).toEqual([]);
    const files = [];
    for (const format of exportFormatNames.filter((one) => stopped.includes(one))) {
      const { extension } = await exportFormats[format]();
      if (extension !== null) files.push(format);
    }
    for (const format of files) writeFileSync(join(out, format), '旧');
    exportAll(east, out, { formats: files, force: true, interrupted: true });
    for (const format of files) expect(readFileSync(join(out, format), 'utf8'), format).toBe('旧');
    expect(readdirSync(out).filter((name) => name.includes('unfinished'))).toEqual([]);
  }, 240_000);

  it.skipIf(process.platform === 'win32')(
    'leaves nothing on a full disk, and says so',
    async () => {
      const out = folder('full');
      const ended = exportAll(east, out, { fileBlocks: 1 });
      const failed: string[] = exportFormatNames.filter((format) => ended[format] !== 'written');
      expect(failed.map((format) => ended[format])).toEqual(failed.map(() => 'files/cannot-write'));
      expect(failed.length).toBeGreaterThan(exportFormatNames.length - 3);
      expect(readdirSync(out).filter((name) => failed.includes(name.split('.')[0] ?? ''))).toEqual([]);
      const said = await zhagen(['export', 'csv', '--db', east, '--out', join(out, 'csv')], {
        fileBlocks: 1,
      });
      expect([said.code, said.out]).toEqual([1, '']);
      expect(said.err).toMatch(/cannot be written \((EFBIG|ENOSPC).*\n$/);
    },
    60_000,
  );

  it.skipIf(process.platform === 'win32')(
    'says that a folder is read-only',
    (context) => {
      const out = folder('closed');
      mkdirSync(out, { recursive: true });
      chmodSync(out, 0o555);
      chmodSync(east, 0o644);
      const uid = process.getuid?.() === 0 ? NOBODY : undefined;
      const ended = exportAll(east, out, { uid });
      context.skip(Object.keys(ended).length === 0, 'nobody may not read the project folder');
      expect(ended).toEqual(each('files/cannot-write'));
      expect(existsSync(out) && readdirSync(out)).toEqual([]);
    },
    60_000,
  );
});
