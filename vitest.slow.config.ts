import { defineConfig } from 'vitest/config';

/** The slow suite: long fuzzing, crash runs, browsers, large data. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Child processes of the sources under test run from TypeScript, too.
    env: { NODE_OPTIONS: `--import=${new URL('tests/typescript-hook.mjs', import.meta.url)}` },
    include: ['tests/slow/**/*.test.ts'],
    passWithNoTests: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/test-slow.json' },
  },
});
