import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The slow suite: long fuzzing, crash runs, browsers, large data. */
export default defineConfig({
  test: {
    pool: 'forks',
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
    include: ['tests/slow/**/*.test.ts'],
    passWithNoTests: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A page may take seconds on a busy machine; by itself one second is waited.
    expect: { poll: { timeout: 20_000 } },
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/test-slow.json' },
  },
});
