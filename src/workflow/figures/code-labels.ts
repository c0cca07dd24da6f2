import type { Code } from '../../model/codebook.js';
import type { Language } from '../../model/language.js';

/** What a code is called in one language: tables have the Chinese label, and codes outside the codebook no other. */
export function codeLabels(
  codes: readonly Code[],
  language: Language,
): (codeId: string | null, label: string) => string {
  const labels = new Map(codes.map(({ id, label }) => [id, label[language]]));
  return (codeId, label) => (codeId === null ? label : (labels.get(codeId) ?? label));
}
