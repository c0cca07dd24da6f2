import type { Framework } from '../model/framework.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { inView } from '../project/in-view.js';

/** A code as one looks for it. */
export interface ListedCode {
  readonly id: string;
  readonly label: string;
  /** Labels from the top level down to the code itself. */
  readonly path: readonly string[];
  readonly terms: readonly string[];
}

/** The codes of the codebook applied last (or the named one), in its order, the lowest level first; none before any coding. */
export function listCodes({ store }: ReadContext, asked: CodedRequest = {}): ListedCode[] {
  const { codebook } = asked;
  const reading = { depth: 'codebooks', codebooks: [codebook] } as const;
  return inView(store, chooseView(store, asked), reading, () =>
    codesOf(appliedCodebook(store, codebook)?.framework),
  );
}

function codesOf(framework: Framework | undefined): ListedCode[] {
  if (!framework) return [];
  const { codebook, paths } = framework;
  const { codes, levels } = codebook;
  const depthOf = new Map(levels.map(({ id }, depth) => [id, depth]));
  return codes
    .map(({ id, label, terms, level }) => ({
      depth: depthOf.get(level) ?? 0,
      code: { id, label: label.zh, terms, path: (paths.get(id) ?? []).map((one) => one.label.zh) },
    }))
    .sort((one, other) => other.depth - one.depth)
    .map(({ code }) => code);
}
