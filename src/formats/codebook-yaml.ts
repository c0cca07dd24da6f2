import type { Codebook } from '../model/codebook.js';
import { filledFields } from './filled-fields.js';
import { loadYaml } from './load-yaml.js';

/** A codebook as YAML that reads back to the same codebook; what is empty is left out. */
export function writeCodebookYaml(codebook: Codebook): string {
  // A code that excepts nothing says so against its codebook.
  const codes = codebook.codes.map((code) => filledFields(code, ['except']));
  return loadYaml().stringify(filledFields({ ...codebook, codes }), { lineWidth: 110 });
}
