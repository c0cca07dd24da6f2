import { stringify } from 'yaml';
import type { Codebook } from '../model/codebook.js';

/** A codebook as YAML that reads back to the same codebook; what is empty is left out. */
export function writeCodebookYaml(codebook: Codebook): string {
  const filled = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  const pruned = (fields: object) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => filled(value)));
  return stringify(pruned({ ...codebook, codes: codebook.codes.map(pruned) }), { lineWidth: 110 });
}
