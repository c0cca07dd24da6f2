// After tsc: copies the data files of src (migrations, tables, word lists) to dist and marks the command executable.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DATA_FILE = /\.(sql|json|txt|tsv|yaml)$/;
const COMMAND = 'dist/cli/main.js';

for (const path of readdirSync('src', { recursive: true })) {
  if (!DATA_FILE.test(path)) continue;
  const target = join('dist', path);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join('src', path), target);
}

if (existsSync(COMMAND)) chmodSync(COMMAND, 0o755);
