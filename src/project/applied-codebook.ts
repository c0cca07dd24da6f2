import { type Codebook, GROWING, NO_CODEBOOK } from '../model/codebook.js';
import { type Framework, frameworkOf } from '../model/framework.js';
import { type LoadedCodebook, parseCodebook } from '../sources/load-codebook.js';
import { effectiveCodebook } from '../stages/code/effective-codebook.js';
import { codebooksInUse } from '../store/codebook-table.js';
import { type Content, readContent } from '../store/content-table.js';
import { codingUnder, isCurrent } from '../store/derivation-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { projectForm } from './project-form.js';
import { type AppliedFramework, loadedView, readBase, verdictsOnCodes } from './project-view.js';

/** A codebook under which a project is coded. */
export interface AppliedCodebook {
  /** The codebook as its file has it; null for the one that people grow. */
  readonly file: Pick<LoadedCodebook, 'name' | 'text'> | null;
  readonly base: Codebook;
  /** With people's decisions on top. */
  readonly framework: Framework;
}

/**
 * The codebook last applied (or the named one, the empty id for the one that people grow) as it was then, with people's
 * decisions on top; null for none while nobody made a code, undefined before any coding.
 */
export function appliedCodebook(
  store: Store,
  codebookId = getSetting(store, 'codebook'),
): AppliedCodebook | null | undefined {
  if (codebookId === NO_CODEBOOK || codebookId === GROWING.id) return grownCodebook(store);
  const used = codebooksInUse(store).find((codebook) => codebook.codebookId === codebookId);
  const content = used && readContent(store, used.contentHash);
  return content && withDecisions(store, codebookOf(store, codebookId as string, content));
}

/** The codebook of a content as the coding read it that is in force, else read from its text again. */
function codebookOf(store: Store, codebookId: string, { hash, name, text }: Content): LoadedCodebook {
  const base = isCurrent(store, codingUnder(codebookId)) ? readBase(store, hash) : undefined;
  return base ? { name, text, framework: base } : parseCodebook(name, text, projectForm(store));
}

/** A codebook from a file with people's decisions on top. */
export function withDecisions(store: Store, { name, text, framework }: LoadedCodebook): AppliedCodebook {
  const base = framework.codebook;
  const known = loadedView(store)?.frameworks.get(base.id);
  if (known?.base === base) return { file: { name, text }, ...known };
  const codebook = effectiveCodebook(base, verdictsOnCodes(store));
  return { file: { name, text }, base, framework: codebook === base ? framework : frameworkOf(codebook) };
}

/** The codebook that people grew from the data; null while nobody made a code. */
export function grownCodebook(store: Store): AppliedCodebook | null {
  const codebook = effectiveCodebook(GROWING, verdictsOnCodes(store));
  return codebook.codes.length === 0 ? null : { file: null, base: GROWING, framework: frameworkOf(codebook) };
}

/**
 * The codebook last applied (or the named one), with or without any code, before and after decisions; null before any
 * coding under it.
 */
export function codebookInForce(
  store: Store,
  codebookId?: string,
): { readonly base: Codebook; readonly codebook: Codebook } | null {
  const known = knownFramework(store, codebookId);
  if (known) return { base: known.base, codebook: known.framework.codebook };
  const applied = appliedCodebook(store, codebookId);
  if (applied === undefined) return null;
  if (applied === null)
    return { base: GROWING, codebook: effectiveCodebook(GROWING, verdictsOnCodes(store)) };
  return { base: applied.base, codebook: applied.framework.codebook };
}

/** The codebook last applied, ready to be asked; null before any coding, and while nobody made a code of their own. */
export function frameworkInForce(store: Store): Framework | null {
  return knownFramework(store)?.framework ?? appliedCodebook(store)?.framework ?? null;
}

/** A codebook that was applied already to derive rows; reading it again takes some milliseconds. */
function knownFramework(
  store: Store,
  codebookId = getSetting(store, 'codebook'),
): AppliedFramework | undefined {
  const id = codebookId === NO_CODEBOOK ? GROWING.id : codebookId;
  return id === undefined ? undefined : loadedView(store)?.frameworks.get(id);
}
