import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from 'rolldown/utils';
import type { TestProject } from 'vitest/node';

/** The folder of the program that `compileSources` made; `dist` in it is as `npm run build` makes it. */
export function compiledProgram(): string {
  const folder = process.env['ZHAGEN_COMPILED'];
  if (folder === undefined) throw new Error('the sources are compiled by the global set-up of vitest');
  return folder;
}

/** Compiles the sources as they are now, once for all tests and for the child processes that they start. */
export default function compileSources(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhagen-compiled-')));
  // Another user than the one who runs the tests starts it, too.
  chmodSync(folder, 0o755);
  for (const name of ['package.json', 'LICENSE', 'codebooks', 'corpus', 'node_modules']) {
    symlinkSync(join(process.cwd(), name), join(folder, name));
  }
  cpSync('.build', join(folder, '.build'), { recursive: true });
  symlinkSync(join(process.cwd(), 'src'), join(folder, 'src'));
  symlinkSync(join(process.cwd(), 'tsconfig.json'), join(folder, 'tsconfig.json'));
  buildInto(folder);
  project.onTestsRerun(() => buildInto(folder));
  process.env['ZHAGEN_COMPILED'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Makes `dist` in a folder; beside the joined files that people run, the single modules that tests load. */
function buildInto(folder: string): void {
  compileInto(join(folder, 'dist'));
  for (const step of ['bundle', 'client', 'contents'])
    execFileSync(process.execPath, [`.build/${step}.mjs`], { cwd: folder });
}

function compileInto(folder: string): void {
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    const source = join('src', name);
    const target = join(folder, name);
    if (name.endsWith('.ts')) {
      const { code, errors } = transformSync(source, readFileSync(source, 'utf8'), { target: 'es2023' });
      if (errors.length > 0) throw new Error(`${source}: ${errors[0]?.message}`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target.replace(/ts$/, 'js'), code);
    } else if (/\.[a-z]+$/.test(name)) {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(source, target);
    }
  }
}
