import type { Codebook } from '../../model/codebook.js';
import type { QdaCode, QdaProject } from '../../model/qda-project.js';
import { codebookOf } from './read-codebook.js';
import type { Told } from './told.js';

/** The codebook of a project, and the ids of its codes by their GUIDs. */
export interface ProjectCodebook {
  readonly codebook: Codebook;
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Makes the codebook of a project as that of a `.qdc` file is made; null where it has no code.
 * @throws UserError code/bad-codebook
 */
export function codebookOfProject({ codes, sets }: QdaProject, path: string): ProjectCodebook | null {
  const told: Told[] = [];
  const tell = (code: QdaCode, parent: Told | null, depth: number): void => {
    const { guid, description, codes: below } = code;
    const one = { guid, name: code.name || guid, parent, depth, description, members: new Set<string>() };
    told.push(one);
    for (const child of below) tell(child, one, depth + 1);
  };
  for (const code of codes) tell(code, null, 0);
  if (told.length === 0) return null;
  const toldSets = sets.map(({ guid, name, description, codes: members }) => ({
    guid,
    name: name || guid,
    parent: null,
    depth: 0,
    description,
    members: new Set(members),
  }));
  const { codebook, ids } = codebookOf(told, toldSets, path);
  return { codebook, ids: new Map([...ids].map(([{ guid }, id]) => [guid, id])) };
}
