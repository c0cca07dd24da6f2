import { spawnSync } from 'node:child_process';

export const name = 'nodejieba’s own load, part of all others';
export const unit = 'load';

export function run() {
  spawnSync(process.execPath, ['-e', 'require("nodejieba").load()'], { cwd: import.meta.dirname });
  return 1;
}
