import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROGRAM } from '../paths.js';

/** What YAML files of the program say. */
export type ContentKind = 'codebook' | 'rules' | 'study-rules';

/** What a shipped YAML file with this text says, as it was read when the program was built; undefined for any other text. */
export function builtContent<Content>(kind: ContentKind, text: string): Content | undefined {
  const hash = createHash('sha256').update(text).digest('hex');
  const path = fileURLToPath(new URL(`contents/${kind}-${hash}.json`, PROGRAM));
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
