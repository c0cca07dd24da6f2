import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** The fast suite. Forks, because worker threads never give back the memory of nodejieba's dictionaries. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Starting a process and loading the dictionary anew for each of 120 files would take a fifth of the time.
    isolate: false,
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    // Child processes run the sources as they are now, too.
    globalSetup: 'tests/compile-sources.ts',
    alias: [
      {
        find: /^[./]+\/(src\/)?paths\.js$/,
        replacement: join(import.meta.dirname, 'tests/compiled-paths.ts'),
      },
    ],
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/slow/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/test.json' },
  },
});
