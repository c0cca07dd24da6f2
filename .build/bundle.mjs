// After tsc: joins the modules of each program of dist, and the packages of the command line, into few files: to find and
// link three hundred takes longer than a decision. See docs/decisions/0038-program-in-few-files.md.
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { writeNotices } from './notices.mjs';

/** What is started or named from outside; everything else they share lies beside them. */
const PROGRAMS = [
  'cli/main',
  'index',
  'paths',
  'sources/reader-child',
  'sources/reader-watch',
  'formats/zip-thread',
  'engine/discovery-worker',
  'engine/keywords-worker',
  'engine/segmenting-worker',
  'engine/terms-worker',
  'web/child/project-child',
];
/** Packages that go with the program, and all that they need: those that it starts with, and small ones. */
const JOINED = /^(yargs|wrap-ansi|emoji-regex|get-east-asian-width|zod)(\/|$)/;
/** What so many of the commands and programs need, all of them load as one file. */
const MANY = 8;

/** The modules that every command loads, also one that only shows help. */
const start = new Set(['cli/main', 'messages/en', 'messages/zh'].map((name) => resolve(`dist/${name}.js`)));
const findStart = {
  name: 'find-start',
  buildEnd() {
    for (const id of start) {
      for (const imported of this.getModuleInfo(id)?.importedIds ?? []) start.add(imported);
    }
  },
};

const bundle = await rolldown({
  input: Object.fromEntries(PROGRAMS.map((name) => [name, `dist/${name}.js`])),
  platform: 'node',
  external: (id, importer = '') =>
    /^[^./]/.test(id) && !JOINED.test(id) && !importer.includes('node_modules'),
  resolve: { alias: { 'string-width': resolve('.build/string-width.mjs') } },
  plugins: [findStart],
});
const { output } = await bundle.write({
  dir: 'dist',
  entryFileNames: '[name].js',
  // In the folder of the program itself, so that a module knows it by its own place.
  chunkFileNames: 'part-[hash].js',
  codeSplitting: {
    groups: [
      { name: 'start', priority: 1, minShareCount: 2, test: (id) => start.has(id) },
      { name: 'many', minShareCount: MANY },
    ],
  },
});
writeNotices(
  output.flatMap(({ modules = {} }) => Object.keys(modules)),
  'dist/third-party-notices.txt',
);
