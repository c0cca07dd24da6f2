import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../src/messages/en.js';
import { commandNames } from '../src/messages/names.js';
import { originSchema, polaritySchema, statusSchema } from '../src/model/coded-passage.js';
import { decisionKindSchema } from '../src/model/decisions/kind.js';
import { screeningReasonSchema } from '../src/model/keyword.js';
import { mappingMethodSchema } from '../src/model/mapping.js';
import { newWordPosSchema, newWordSchema, profileSchema } from '../src/model/new-word.js';
import { stageNameSchema } from '../src/model/run.js';
import { rowShapes, tableNames } from '../src/model/table-rows.js';
import { parseCodebook, shippedCodebooks } from '../src/sources/load-codebook.js';
import { definedCommands } from './defined-commands.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const under = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true }).map(String);

const commandsPage = read('docs/commands.md');
const glossary = read('docs/glossary.md');
const readmes = ['README.md', 'README.zh-CN.md'] as const;
const pages = [...readmes, 'corpus/README.md', ...under('docs').map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md'),
);

const columnsOf = (name: (typeof tableNames)[number]) => Object.keys(rowShapes[name]);

/** The text under a heading, up to the next heading of the same or a higher rank. */
function section(page: string, heading: string): string {
  const lines = page.split('\n');
  const at = lines.indexOf(heading);
  if (at < 0) return '';
  const rank = heading.indexOf(' ');
  const next = lines.findIndex((line, index) => index > at && /^#+ /.test(line) && line.indexOf(' ') <= rank);
  return lines.slice(at, next < 0 ? undefined : next).join('\n');
}

/** The fenced blocks of one language. */
function blocks(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, body]) => body ?? '',
  );
}

/** What was coded in backquotes. */
const named = (page: string, value: string) => page.includes(`\`${value}\``);

describe('docs/commands.md', async () => {
  const defined = await definedCommands();
  const flagsOfAll = new Set([...defined.values()].flatMap((flags) => [...flags.keys()]));

  it('knows the same commands as the program', () => {
    expect([...defined.keys()].sort()).toEqual([...commandNames].sort());
  });

  it.each(commandNames)('describes %s with an example', (name) => {
    const described = section(commandsPage, `### ${name}`);
    expect(described).toContain(`\`zhagen ${name}`);
    const example = name === 'demo' ? 'npm run demo' : `zhagen ${name}`;
    expect(blocks(described, 'sh').join('\n')).toContain(example);
  });

  it.each(commandNames)('names every flag of %s, its choices and its default', (name) => {
    const shared = decisionKindSchema.options.includes(name as 'drop')
      ? section(commandsPage, '## Decisions')
      : '';
    const described = section(commandsPage, `### ${name}`) + shared;
    for (const [flag, { choices = [], default: standard }] of defined.get(name) ?? []) {
      expect(described).toMatch(new RegExp(`\`--${flag}[\` ]`));
      for (const choice of choices) expect(described).toMatch(new RegExp(`\\b${choice}\\b`));
      if (standard !== undefined && flag !== 'coder' && flag !== 'reason') {
        expect(described).toContain(String(standard));
      }
    }
  });

  it('names the flags that every command takes', () => {
    const inputs = [
      'paths',
      'undone',
      'serveCoder',
      'files',
      'codedPaths',
      'partCommand',
      'partOut',
      'sparkDryRun',
      'cleanEveryWord',
      'part',
      'file',
      'words',
      'table',
      'wordOrCode',
      'caseAction',
      'contestedPassages',
      'caseNames',
      'cases',
      'attribute-list',
      'action',
      'codebookFile',
      'otherCodebook',
      'outFile',
      'gold',
      'codes',
      'settingName',
      'passages',
      'ofCode',
      'ofCases',
      'ofCase',
      'passageAction',
      'passageCode',
      'passageQuote',
      'memoAction',
      'decidedCode',
      'text',
      'blindCoder',
      'reviewAction',
      'codingFile',
      'commentCase',
      'commentKind',
      'commentCoders',
      'codingMap',
      'codingCoder',
      'codingCodebook',
      'codingWithoutText',
      'minScore',
      'codingDryRun',
      'codingSkipBad',
      'sheetFile',
      'otherProject',
      'projectFile',
      'workOut',
      'datasetFormat',
      'datasetOut',
      'qdpxCoder',
      'qdpxUsers',
      'figure',
      'figureFormat',
      'figureOut',
      'figureData',
      'figureLevel',
      'figureRows',
      'quotesOfCode',
      'exportBy',
      'figureBy',
      'figureUnit',
      'figureGroup',
      'figureCoders',
      'joinDryRun',
      'sheetOut',
      'exportCases',
      'splitCases',
      'sheetCoder',
      'sheetView',
      'ofCoder',
      'agreeUnit',
      'agreeLevel',
      'groups',
      'tableResamples',
      'tableSeed',
      'tableCoders',
      'tableForm',
      'tableOrder',
      'tableBase',
      'tableRun',
      'tableRuns',
      'otherGroups',
      'kwicSort',
      'tableWord',
      'networkUnit',
      'networkWithin',
      'tableSort',
      'saturationForm',
      'saturationLevel',
      'coderName',
      'newInSheet',
      'sheetDryRun',
      'sheetSkipBad',
      'share',
      'reserveUnit',
      'reportedBatch',
      'topRange',
      'tagName',
      'otherTag',
      'listTags',
      'listedDecisions',
      'reservedCases',
      'recipeAction',
      'recipeFile',
      'recipeOut',
      'newInRecipe',
      'recipeDryRun',
      'recipeSkipBad',
      'pseudonymsAction',
      'nameTable',
      'pseudonymsOut',
      'pseudonymsDryRun',
      'settingValue',
      'provenanceOut',
      'provenanceFolder',
      'hideCoders',
      'verifyFirst',
    ];
    const global = Object.keys(en.options).filter((name) => !flagsOfAll.has(name) && !inputs.includes(name));
    expect(global).toContain('db');
    for (const flag of global) expect(section(commandsPage, '## Global flags')).toContain(`--${flag}`);
  });

  it('names every shipped codebook', () => {
    for (const name of shippedCodebooks()) {
      expect(named(section(commandsPage, '### code'), name)).toBe(true);
      expect(named(read('docs/codebook.md'), name)).toBe(true);
    }
  });

  it.each(tableNames)('describes every column of the table %s', (name) => {
    const described = section(commandsPage, `### Table ${name}`);
    for (const column of columnsOf(name)) expect(described).toContain(`\`${column}\``);
  });

  it('describes every field of a discovered word', () => {
    const described = section(commandsPage, '### discover');
    for (const field of Object.keys(newWordSchema.unwrap().shape))
      expect(described).toContain(`\`${field}\``);
  });

  it('names the variables of the environment that the program reads', () => {
    const source = under('src/cli')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(`src/cli/${name}`))
      .join('\n');
    const variables = [...source.matchAll(/env\['(\w+)'\]/g)].map(([, name]) => name as string);
    expect(variables).toContain('ZHAGEN_CODER');
    for (const name of variables) expect(named(commandsPage, name)).toBe(true);
  });
});

describe('docs/glossary.md', () => {
  it.each(tableNames)('explains the table %s and its columns', (name) => {
    for (const word of [name, ...columnsOf(name)]) {
      expect(glossary, word).toMatch(new RegExp(`\`(?:\\w+\\.)?${word}\``));
    }
  });

  it('explains every value of the closed sets', () => {
    const sets = [
      originSchema,
      polaritySchema,
      statusSchema,
      decisionKindSchema,
      screeningReasonSchema,
      mappingMethodSchema,
      stageNameSchema,
      profileSchema,
      newWordPosSchema,
    ];
    for (const value of sets.flatMap(({ options }): readonly string[] => options)) {
      expect(named(glossary, value), value).toBe(true);
    }
  });

  it('refers to files that exist', () => {
    for (const [path] of glossary.matchAll(/src\/[\w/.-]+\.ts/g))
      expect(existsSync(join(ROOT, path)), path).toBe(true);
  });
});

describe('the two readmes', () => {
  const [english, chinese] = readmes.map(read) as [string, string];

  it.each(readmes)('%s gives the two set-up commands', (path) => {
    expect(blocks(read(path), 'sh')).toEqual(
      expect.arrayContaining(['npm ci && npm run demo\n', 'npm ci && npm test\n']),
    );
  });

  it('have the same sections in the same order', () => {
    const outline = (page: string) =>
      page
        .replaceAll(/^```.*?^```$/gms, '```')
        .match(/^(?:#+(?= )|```)/gm)
        ?.join(' ');
    expect(outline(chinese)).toBe(outline(english));
  });

  it('give the same commands and the same codebook', () => {
    for (const language of ['sh', 'yaml'])
      expect(blocks(chinese, language)).toEqual(blocks(english, language));
  });

  it('print the same numbers, but for times and what hangs on them', () => {
    const numbers = (page: string) =>
      blocks(page, 'text').map((block) =>
        block
          .replaceAll(/^(?:Time|用时|\d{4}-).*$|\b[0-9a-f]{8,}\b/gm, '')
          .match(/\d+(?:\.\d+)?/g)
          ?.sort(),
      );
    expect(numbers(chinese)).toEqual(numbers(english));
  });

  it('give only commands and flags that exist', async () => {
    const defined = await definedCommands();
    const calls = blocks(english, 'sh').flatMap((block) => block.match(/^npx zhagen .*$/gm) ?? []);
    expect(calls.length).toBeGreaterThan(10);
    for (const call of calls) {
      const flags = defined.get(call.split(' ')[2] as string);
      expect(flags, call).toBeDefined();
      for (const [, flag] of call.matchAll(/ --([\w-]+)/g))
        expect(flags?.has(flag as string), call).toBe(true);
    }
  });

  it.each(readmes)('%s names the five counts', (path) => {
    for (const count of ['assignments', 'distinctRaw', 'cases', 'references', 'tokens']) {
      expect(named(read(path), count)).toBe(true);
    }
  });
});

describe('every page', () => {
  it.each(pages)('%s has no dead relative link', (path) => {
    const prose = read(path).replaceAll(/^```.*?^```$/gms, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const found = file === '' ? path : join(dirname(path), file);
      expect(existsSync(join(ROOT, found)), target).toBe(true);
      if (anchor !== undefined) expect(anchors(read(found)), target).toContain(anchor);
    }
  });

  it.each(pages)('%s names no file that is gone', (path) => {
    for (const [named] of read(path).matchAll(/\b(?:src|codebooks)\/[\w/-]+\.(?:ts|yaml|sql)\b/g)) {
      expect(existsSync(join(ROOT, named)), named).toBe(true);
    }
  });

  it.each([...readmes, 'docs/codebook.md'])('%s gives a codebook that validates', (path) => {
    const examples = blocks(read(path), 'yaml');
    expect(examples).toHaveLength(1);
    for (const example of examples)
      expect(parseCodebook(path, example).framework.open.length).toBeGreaterThan(0);
  });
});

/** The anchors of the headings, as GitHub makes them. */
function anchors(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
