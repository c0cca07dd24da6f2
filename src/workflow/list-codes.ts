import { appliedCodebook } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';

/** A code as one looks for it. */
export interface ListedCode {
  readonly id: string;
  readonly label: string;
  /** Labels from the top level down to the code itself. */
  readonly path: readonly string[];
  readonly terms: readonly string[];
}

/** The codes of the codebook applied last (or the named one), in its order, the lowest level first; none before any coding. */
export function listCodes({ store }: ReadContext, codebookId?: string): ListedCode[] {
  const framework = appliedCodebook(store, codebookId)?.framework;
  if (!framework) return [];
  const { codes, levels } = framework.codebook;
  const depthOf = new Map(levels.map(({ id }, depth) => [id, depth]));
  return codes
    .map(({ id, label, terms, level }) => ({
      depth: depthOf.get(level) ?? 0,
      code: { id, label: label.zh, terms, path: (framework.paths.get(id) ?? []).map((one) => one.label.zh) },
    }))
    .sort((one, other) => other.depth - one.depth)
    .map(({ code }) => code);
}
