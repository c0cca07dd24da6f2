import type { Fault } from '../model/verification.js';
import type { Context } from '../project/context.js';
import { differingRows } from '../store/differing-rows.js';
import { inShadowProject } from '../store/shadow-project.js';
import { deriveAll } from './derive-all.js';

/** What screening and coding write. */
const DERIVED = [
  'keyword',
  'ranking',
  'rule_drop',
  'read_word',
  'mapping',
  'assignment',
  'token_count',
  'reference_count',
];

/** What they record besides. */
const RECORDS = [
  'setting',
  'content',
  'parsed_content',
  'codebook',
  'derivation',
  'run',
  'case_set',
  'revision',
  'indexed_text',
  'case_sentences',
];

/** Screens and codes the whole project again, beside it, and names the derived rows that are others then. */
export async function deriveAgain(context: Context): Promise<Fault[]> {
  return inShadowProject(context.store.path, [...DERIVED, ...RECORDS], async (shadow) => {
    await deriveAll({ ...context, store: shadow });
    return differingRows(shadow, DERIVED);
  });
}
