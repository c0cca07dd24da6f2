import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterEach, describe, expect, it } from 'vitest';

type Files = Readonly<Record<string, string>>;

const ROOT = join(import.meta.dirname, '..');
const OPTIONS = await extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.cjs'));
const TS_CONFIG = extractTSConfig(join(ROOT, 'tsconfig.json'));

/** Files that every planted tree holds: the manifest and the packages that the rules name. */
const GROUND: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { nodejieba: '1', 'better-sqlite3': '1', natural: '1' },
    devDependencies: { 'fast-check': '1' },
  }),
  ...installed('nodejieba', 'index.js'),
  ...installed('better-sqlite3', 'index.js'),
  ...installed('fast-check', 'index.js'),
  ...installed('natural', 'lib/natural/index.js'),
  'node_modules/natural/lib/natural/tfidf/index.js': 'exports.x = 1;\n',
};

let planted: string | undefined;

afterEach(() => {
  if (planted !== undefined) rmSync(planted, { recursive: true, force: true });
  planted = undefined;
});

function installed(name: string, main: string): Files {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main }),
    [`node_modules/${name}/${main}`]: 'exports.x = 1;\n',
  };
}

/** The names of the rules that the tree under `root` breaks, in order and once each. */
async function brokenRules(root: string): Promise<string[]> {
  const { output } = await cruise(['src'], { ...OPTIONS, validate: true, baseDir: root }, undefined, {
    tsConfig: TS_CONFIG,
  });
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.map((violation) => violation.rule.name))].sort();
}

/** The rules broken by a tree of the given files, planted outside the repository. */
async function plantTree(files: Files): Promise<string[]> {
  planted = mkdtempSync(join(tmpdir(), 'zhagen-layers-'));
  for (const [path, text] of Object.entries({ ...GROUND, ...files })) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  }
  return brokenRules(planted);
}

/** Plants `from` importing `specifier`, beside the file that it means where that is one of ours. */
function plant(from: string, specifier: string): Promise<string[]> {
  const target = specifier.startsWith('.') ? join(dirname(from), specifier).replace(/\.js$/, '.ts') : from;
  return plantTree({ [target]: 'export const x = 1;\n', [from]: importing(specifier) });
}

function importing(specifier: string): string {
  return `import * as planted from '${specifier}';\nexport const y = planted;\n`;
}

describe('layers', () => {
  it('finds nothing to forbid in the tree as it is', async () => {
    expect(await brokenRules(ROOT)).toEqual([]);
  }, 120_000);

  it('gives a reason for every rule', () => {
    for (const rule of OPTIONS.ruleSet?.forbidden ?? []) {
      expect(rule.comment?.length ?? 0, rule.name).toBeGreaterThan(20);
      expect(rule.severity, rule.name).toBe('error');
    }
  });

  it.each([
    ['a stage reading a workflow', 'src/stages/code/a.ts', '../../workflow/b.js'],
    ['a stage reading the store', 'src/stages/code/a.ts', '../../store/b.js'],
    ['the store reading a stage', 'src/store/a.ts', '../stages/code/b.js'],
    ['a report reading a format', 'src/report/a.ts', '../formats/b.js'],
    ['a format reading a report', 'src/formats/a.ts', '../report/b.js'],
  ])('refuses %s', async (_, from, specifier) => {
    expect(await plant(from, specifier)).toEqual(['rooms-know-their-ground-only']);
  });

  it.each([
    ['one stage reading another', 'src/stages/code/a.ts', '../weigh/b.js', 'no-stage-sees-a-stage'],
    ['the model reading text', 'src/model/a.ts', '../text/b.js', 'model-sees-model'],
    ['the model reading the errors', 'src/model/a.ts', '../errors.js', 'model-sees-model'],
    ['the errors reading a text', 'src/errors.ts', './text/a.js', 'errors-see-nouns'],
    ['text reading a stage', 'src/text/a.ts', '../stages/code/b.js', 'text-sees-model'],
    ['a workflow reading a command', 'src/workflow/a.ts', '../cli/commands/b.js', 'workflow-below-the-edge'],
    ['what is in force running a verb', 'src/project/a.ts', '../workflow/b.js', 'project-is-derived'],
    ['the engine reading a project', 'src/engine/a.ts', '../store/b.js', 'engine-runs-stages'],
    ['a source reading the store', 'src/sources/a.ts', '../store/b.js', 'sources-read-files'],
    ['words running a verb', 'src/messages/a.ts', '../workflow/b.js', 'messages-are-words'],
    ['a command reading the store', 'src/cli/commands/a.ts', '../../store/b.js', 'edge-calls-workflow'],
    ['a route reading a stage', 'src/web/routes/a.ts', '../../stages/code/b.js', 'edge-calls-workflow'],
    ['the server reading a command', 'src/web/server.ts', '../cli/commands/b.js', 'web-without-cli'],
    ['a plan reading the store', 'src/project/plan-code-a.ts', '../store/b.js', 'plans-are-pure'],
    ['the public API showing the store', 'src/index.ts', './store/a.js', 'index-shows-the-inside'],
    ['a workflow going round by the index', 'src/workflow/a.ts', '../index.js', 'index-is-for-outsiders'],
    [
      'a verb that counts reading the whole clean text',
      'src/workflow/code-cases.ts',
      '../store/normalized-text-table.js',
      'counted-text-for-numbers',
    ],
    ['the sources leaning on a test', 'src/workflow/a.ts', '../../tests/b.js', 'src-stands-alone'],
  ])('refuses %s', async (_, from, specifier, rule) => {
    expect(await plant(from, specifier)).toEqual([rule]);
  });

  it('counts an import of a type like any other', async () => {
    const tree = {
      'src/stages/code/a.ts': "import type { B } from '../../store/b.js';\nexport type A = B;\n",
      'src/store/b.ts': 'export type B = string;\n',
    };
    expect(await plantTree(tree)).toEqual(['rooms-know-their-ground-only']);
  });

  it('refuses files that import each other', async () => {
    const tree = { 'src/text/a.ts': importing('./b.js'), 'src/text/b.ts': importing('./a.js') };
    expect(await plantTree(tree)).toEqual(['no-cycle']);
  });

  it('refuses an import of a file that is not there', async () => {
    expect(await plantTree({ 'src/text/a.ts': importing('./gone.js') })).toEqual(['no-unresolved']);
  });

  it.each([
    ['nodejieba in another stage', 'src/stages/weigh/a.ts', 'nodejieba', 'nodejieba-in-one-file'],
    ['nodejieba beside jieba.ts', 'src/stages/segment/a.ts', 'nodejieba', 'nodejieba-in-one-file'],
    ['better-sqlite3 in a workflow', 'src/workflow/a.ts', 'better-sqlite3', 'sqlite-in-store'],
    ['files in a stage', 'src/stages/import/a.ts', 'node:fs', 'files-at-the-border'],
    ['files in a format, by promises', 'src/formats/a.ts', 'node:fs/promises', 'files-at-the-border'],
    ['files in a command', 'src/cli/commands/a.ts', 'fs', 'files-at-the-border'],
    ['natural by its root', 'src/stages/weigh/a.ts', 'natural', 'natural-by-subpath'],
    ['a development tool', 'src/text/a.ts', 'fast-check', 'no-undeclared-package'],
  ])('refuses %s', async (_, from, specifier, rule) => {
    expect(await plant(from, specifier)).toEqual([rule]);
  });

  it.each([
    ['nodejieba in load-jieba.ts', 'src/stages/segment/load-jieba.ts', 'nodejieba'],
    ['dictionary files in load-jieba.ts', 'src/stages/segment/load-jieba.ts', 'node:fs'],
    ['better-sqlite3 in the store', 'src/store/open.ts', 'better-sqlite3'],
    ['files in a workflow', 'src/workflow/import-cases.ts', 'node:fs/promises'],
    ['natural by a subpath', 'src/stages/weigh/a.ts', 'natural/lib/natural/tfidf/index.js'],
    ['a stage reading its neighbour', 'src/stages/code/a.ts', './b.js'],
    ['a stage reading the model', 'src/stages/code/a.ts', '../../model/b.js'],
    ['a stage throwing a UserError', 'src/stages/code/a.ts', '../../errors.js'],
    ['a workflow reading the store', 'src/workflow/a.ts', '../store/b.js'],
    ['a command starting the server', 'src/cli/commands/serve.ts', '../../web/server.js'],
    ['the public API showing a stage', 'src/index.ts', './stages/code/a.js'],
  ])('allows %s', async (_, from, specifier) => {
    expect(await plant(from, specifier)).toEqual([]);
  });
});
