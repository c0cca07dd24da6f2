import { type Codebook, GROWING } from '../model/codebook.js';
import type { DecidedWord } from '../model/decisions/verdict.js';
import { type Framework, frameworkOf } from '../model/framework.js';
import type { ScreeningRules } from '../model/screening-rules.js';
import { effectiveCodebook } from '../stages/code/effective-codebook.js';
import type { NameTest } from '../stages/screen/recognise-names.js';
import { readParsed, readParsedText } from '../store/content-table.js';
import { type Basis, currentBasis, isSameBasis } from '../store/derivation-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readVerdictsOnCodes } from '../store/verdict-table.js';
import { once } from '../text/once.js';
import { codebooksToDerive, isUpToDate } from './derived-products.js';
import { groupTexts } from './group-cases.js';
import { nameTestOf } from './name-test.js';
import { type Ground, readGround } from './project-ground.js';
import type { Groups } from './ranked-groups.js';
import type { RemembersScreened } from './screened-before.js';
import { type TextMemory, textMemory } from './text-memory.js';
import { indexVerdicts, type VerdictIndex } from './verdict-index.js';

/** A codebook under which the project is coded, as its file has it and as people's decisions leave it. */
export interface AppliedFramework {
  readonly base: Codebook;
  readonly framework: Framework;
}

/**
 * What decisions need to know of a project whose derived rows are up to date, loaded once. Whoever derives rows from a
 * decision changes `verdicts`, `frameworks`, `basis` and the ground (`putGround`) with them.
 */
export interface ProjectView extends Ground, RemembersScreened {
  basis: Basis;
  /** How many candidates of each group are considered whether or not people decided about them. */
  readonly top: number;
  readonly rules: ScreeningRules;
  readonly verdicts: VerdictIndex;
  /** The verdicts that codebooks follow, where they are not those of `verdicts`. */
  readonly taught?: readonly DecidedWord[];
  /** By codebook id, the empty id for the codebook that people grow. */
  readonly frameworks: Map<string, AppliedFramework>;
  readonly textOf: TextMemory;
  readonly isName: NameTest;
  /** The words of numbers that were looked up. */
  readonly words: Map<number, string>;
  /** The different words of all keywords, and some that were among them, once they were asked for. */
  keywordWords: Set<string> | null;
}

const views = new WeakMap<Store, ProjectView>();

/** The view of a project, loaded again where somebody else changed the project; null where derived rows are out of date. */
export function viewProject(store: Store): ProjectView | null {
  const known = loadedView(store);
  if (known) return known;
  views.delete(store);
  const view = freshView(store);
  if (view) views.set(store, view);
  return view;
}

/** The view of a project, for whoever changes it and keeps it to themself; null where derived rows are out of date. */
export function freshView(store: Store): ProjectView | null {
  const basis = currentBasis(store);
  return isUpToDate(store, basis) ? loadView(store, basis) : null;
}

/** The view of a project if it was loaded before and still holds. */
export function loadedView(store: Store): ProjectView | null {
  const known = views.get(store);
  return known && isSameBasis(known.basis, currentBasis(store)) ? known : null;
}

/** The verdicts that codes and their terms follow, in code point order of group, word and aspect. */
export function verdictsOnCodes(store: Store): readonly DecidedWord[] {
  const view = loadedView(store);
  return view ? taughtBy(view) : readVerdictsOnCodes(store);
}

/** The verdicts that the codebooks of a view follow. */
export function taughtBy({ taught, verdicts }: ProjectView): readonly DecidedWord[] {
  return taught ?? verdicts.onCodes();
}

/** The cases of the project by the groups in which people decide about keywords. */
export function groupsInForce(store: Store): Groups {
  return loadedView(store)?.groups ?? groupTexts(store);
}

/** Brings codebooks of a view to another state. */
export function putFrameworks(view: ProjectView, frameworks: ReadonlyMap<string, AppliedFramework>): void {
  for (const [codebookId, framework] of frameworks) view.frameworks.set(codebookId, framework);
}

/** Brings a view to a ground; where it is its own, as when verdicts alone changed, what was read of the texts stays. */
export function putGround(view: ProjectView, ground: Ground): void {
  const isOwn = ground.versions === view.versions && ground.generations === view.generations;
  Object.assign(view, ground, isOwn ? {} : textsOf(view.store, ground));
}

/** The texts of a ground, and what is asked of them. */
function textsOf(store: Store, { generations, versions }: Ground): Pick<ProjectView, 'textOf' | 'isName'> {
  const textOf = textMemory(store);
  const counted = (caseId: string) => textOf(caseId, versions.get(caseId) ?? '').coded.normalized.text;
  // The dictionary takes long to load, and a decision seldom asks for it.
  const test = once(() => nameTestOf(store, generations, counted));
  return { textOf, isName: (candidate, kind) => test()(candidate, kind) };
}

/** Keeps a view for who decides next. */
export function keepView(view: ProjectView): void {
  views.set(view.store, view);
}

/** Forgets the view of a project, as when what changed it was rolled back. */
export function forgetView(store: Store): void {
  views.delete(store);
}

function loadView(store: Store, basis: Basis): ProjectView {
  const verdicts = indexVerdicts(store);
  const ground = readGround(store);
  return {
    store,
    basis,
    top: Number(getSetting(store, 'top')),
    rules: readParsed(store, getSetting(store, 'rules') ?? '') as ScreeningRules,
    ...ground,
    ...textsOf(store, ground),
    verdicts,
    frameworks: new Map(
      codebooksToDerive(store).map(({ codebookId, contentHash }) => {
        const base = contentHash === null ? frameworkOf(GROWING) : readBase(store, contentHash);
        if (!base) throw new Error(`codebook ${codebookId} was derived but not kept`);
        return [codebookId, applyVerdicts(base.codebook, verdicts.onCodes())];
      }),
    ),
    words: new Map(),
    screened: new Map(),
    groupsOfWord: new Map(),
    keywordWords: null,
  };
}

/** How many codebooks a process remembers by their content. */
const REMEMBERED = 8;
const bases = new Map<string, Framework>();

/** A codebook as it was read when it was applied last; undefined for one that only an earlier version applied. */
export function readBase(store: Store, hash: string): Framework | undefined {
  const text = readParsedText(store, hash);
  if (text === undefined) return undefined;
  const known = bases.get(text) ?? frameworkOf(JSON.parse(text) as Codebook);
  if (bases.size >= REMEMBERED) bases.clear();
  bases.set(text, known);
  return known;
}

/** A codebook with the decisions in force on top. */
export function applyVerdicts(base: Codebook, verdicts: readonly DecidedWord[]): AppliedFramework {
  return { base, framework: frameworkOf(effectiveCodebook(base, verdicts)) };
}
