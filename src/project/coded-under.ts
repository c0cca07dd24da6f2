import { UserError } from '../errors.js';
import { type Framework, frameworkOf } from '../model/framework.js';
import { parseCodebook } from '../sources/load-codebook.js';
import { readContents } from '../store/content-table.js';
import type { Store } from '../store/store.js';
import { appliedCodebook } from './applied-codebook.js';
import { codeFollower } from './code-names.js';
import { frameworkInUse } from './find-code.js';
import { projectForm } from './project-form.js';

/** A codebook in one of its versions, as coding is compared under it. */
export interface CodingVersion {
  readonly framework: Framework;
  /** The version of its file; with people's decisions on top where `isSettled`. */
  readonly version: string;
  readonly isSettled: boolean;
  /** The label of the code that a coded one belongs to at a level (from the top, 0); null where there is none. */
  readonly codeAt: (codeId: string, level: number) => string | null;
}

/**
 * Returns how coding reads under a codebook: settled, with all merges and moves that people decided about; or, by the version
 * of a file that the project was coded with, as that file has it, without them.
 * @throws UserError agree/no-such-version, tables/not-coded
 */
export function codingUnderVersion(
  store: Store,
  codebook: string | undefined,
  version: string | undefined,
): CodingVersion {
  const settled = frameworkInUse(store, codebook);
  const { id } = settled.codebook;
  if (version === undefined) {
    const follow = codeFollower(store);
    return {
      framework: settled,
      version: settled.codebook.version,
      isSettled: true,
      codeAt: (codeId, level) => labelAt(settled, follow(id, codeId).id, level),
    };
  }
  const framework = frameworkOfVersion(store, id, version);
  return {
    framework,
    version,
    isSettled: false,
    codeAt: (codeId, level) => labelAt(framework, codeId, level),
  };
}

function frameworkOfVersion(store: Store, id: string, version: string): Framework {
  const applied = appliedCodebook(store, id);
  if (applied?.file === null && applied.base.version === version) return frameworkOf(applied.base);
  const versions = readContents(store, 'codebook')
    .map(({ name, text }) => parseCodebook(name, text, projectForm(store)).framework)
    .filter(({ codebook }) => codebook.id === id);
  const found = versions.findLast(({ codebook }) => codebook.version === version);
  if (found) return found;
  const known = [...new Set(versions.map(({ codebook }) => codebook.version))].sort().join(', ');
  throw new UserError('agree/no-such-version', { codebook: id, version, known });
}

function labelAt({ codebook, paths }: Framework, codeId: string, level: number): string | null {
  const { id } = codebook.levels[level] ?? {};
  return paths.get(codeId)?.find((code) => code.level === id)?.label.zh ?? null;
}
