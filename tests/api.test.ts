import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { readApiPage, readPublicApi, typesInSignature } from './api-page.js';
import { compiledProgram } from './compile-sources.js';

const ROOT = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'zhagen-api-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const { prose, program } = readApiPage();
const { values, types } = readPublicApi();

/** A program that has the package `zhagen` installed. */
async function run(source: string): Promise<string> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  mkdirSync(join(home, 'node_modules'));
  symlinkSync(compiledProgram(), join(home, 'node_modules/zhagen'));
  writeFileSync(join(home, 'page.mjs'), outputText);
  const env = { PATH: process.env['PATH'] };
  return (await promisify(execFile)(process.execPath, ['page.mjs'], { cwd: home, env })).stdout;
}

it('the examples of docs/api.md print what the page says', async () => {
  const promised = [...program.matchAll(/\/\/ → (.*)$/gm)].map(([, line]) => line);
  expect((await run(program)).trimEnd().split('\n')).toEqual(promised);
}, 120_000);

it('docs/api.md has an example of every value that is exported', () => {
  const uses = program.replaceAll(/^import .*$/gm, '');
  const without = [...values.keys()].filter((name) => !new RegExp(`\\b${name}\\b`).test(uses));
  expect(without).toEqual([]);
});

it('docs/api.md names only what there is', () => {
  const imported = [...program.matchAll(/^import (?:type )?\{(.*)\} from 'zhagen';$/gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().replace(/^type /, ''));
  expect(imported.filter((name) => !values.has(name) && !types.has(name))).toEqual([]);
  const named = [...prose.matchAll(/`([a-z]+[A-Z]\w*|[A-Z][a-z]\w*)(?=[`(])/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !values.has(name) && !types.has(name) && !fields().has(name))).toEqual([]);
});

it('the types in the signatures of the API are exported, each under a name of its own', () => {
  // A program has the store of its context and calls nothing of it.
  const usual = new Set(['AsyncGenerator', 'Omit', 'Pick', 'Promise', 'Store', 'Uint8Array']);
  const named = [...values]
    .flatMap(([name, path]) => typesInSignature(path, name))
    .filter(({ name }) => !usual.has(name));
  expect(named.map(({ name }) => name)).toContain('Statement');
  const hidden = new Set(named.map(({ name }) => name).filter((name) => !types.has(name)));
  expect([...hidden]).toEqual([]);
  for (const { name, from } of named) {
    expect(named.filter((other) => other.name === name && other.from !== from)).toEqual([]);
  }
});

/** The fields of all records that verbs take and give. */
function fields(): ReadonlySet<string> {
  const found = ['workflow', 'project', 'model'].flatMap((room) =>
    readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(join(ROOT, 'src', room, name), 'utf8').matchAll(/readonly (\w+)\??:/g),
      ]),
  );
  return new Set(found.map(([, name = '']) => name));
}
