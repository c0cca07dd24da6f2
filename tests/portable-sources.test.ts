import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the sources and the scripts of the build consist of. */
const FILES = ['src', '.build'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.([cm]?ts|tsx|mjs)$/.test(name))
    .map((name) => ({
      path: join(folder, name).replaceAll('\\', '/'),
      text: readFileSync(join(folder, name), 'utf8'),
    })),
);

/** What works where it was written and fails on Windows, and the files in which it does not. */
const RULES: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    'takes the path of a file from the pathname of an address: on Windows that begins with a slash',
    /import\.meta\.url\)?\.pathname|PROGRAM\)?\.pathname/,
    [],
  ],
  [
    'takes the separator of the system into a path: others want a slash',
    /\bsep\b[^'"\n]*\} from 'node:path'|\bpath\.sep\b/,
    [],
  ],
  [
    'renames or removes a file that another program may have open for a moment',
    /\b(rename|rm|unlink|rmdir)Sync\b|\b(rename|rm|unlink|rmdir)\b[^}]*\} from 'node:fs/,
    [
      'src/locked-files.ts',
      '.build/clean.mjs',
      '.build/package.mjs',
      '.build/portable/try.mjs',
      '.build/screenshots.mjs',
    ],
  ],
];

describe('what runs on Windows', () => {
  it.each(RULES)('nowhere %s', (_name, pattern, allowed) => {
    const found = FILES.filter(({ path, text }) => pattern.test(text) && !allowed.includes(path));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});
