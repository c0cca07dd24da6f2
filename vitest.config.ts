import { configDefaults, defineConfig } from 'vitest/config';

/** The fast suite. Forks, because worker threads never give back the memory of nodejieba's dictionaries. */
export default defineConfig({
  test: {
    pool: 'forks',
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/slow/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/test.json' },
  },
});
