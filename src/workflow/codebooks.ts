import { UserError } from '../errors.js';
import type { Codebook } from '../model/codebook.js';
import type { Language } from '../model/language.js';
import { type DoubtfulWord, doubtfulWords } from '../project/doubtful-words.js';
import { describeForPeople } from '../report/describe-for-people.js';
import { loadCodebook, shippedCodebooks } from '../sources/load-codebook.js';
import { openCodebook, readAnyCodebook } from '../sources/open-codebook.js';
import { checkCodebook } from '../stages/code/check-codebook.js';
import { type CodebookChange, compareCodebooks } from '../stages/code/compare-codebooks.js';
import { describeCodebook, type LevelSize } from '../stages/code/describe-codebook.js';

/** A codebook as it is listed. */
export interface CodebookSummary {
  readonly id: string;
  readonly version: string;
  readonly title: Codebook['title'];
  readonly levels: number;
  readonly codes: number;
}

/** The codebooks that come with zhagen. */
export function listCodebooks(): CodebookSummary[] {
  return shippedCodebooks().map((name) => {
    const { id, version, title, levels, codes } = loadCodebook(name).framework.codebook;
    return { id, version, title, levels: levels.length, codes: codes.length };
  });
}

/** A codebook without faults, and its doubtful words, each with its place in the file. */
export interface ValidatedCodebook {
  readonly codebook: Codebook;
  readonly doubtful: readonly DoubtfulWord[];
}

/**
 * Checks a codebook; where it has faults, an error names every one of them.
 * @throws UserError code/faulty-codebook
 */
export async function validateCodebook(nameOrFile: string): Promise<ValidatedCodebook> {
  const { name, codebook, at } = await readAnyCodebook(nameOrFile);
  const problems = checkCodebook(codebook).map(
    (fault) => new UserError('code/bad-codebook', { path: at(fault.place), ...fault }),
  );
  if (problems.length > 0) throw new UserError('code/faulty-codebook', { path: name, problems });
  const doubtful = doubtfulWords(codebook).map(({ place, ...word }) => ({
    ...word,
    place: `${at(place)} ${place}`,
  }));
  return { codebook, doubtful };
}

/** What changed from one codebook to another. */
export async function diffCodebooks(before: string, after: string): Promise<CodebookChange[]> {
  const [was, is] = [await openCodebook(before), await openCodebook(after)];
  return compareCodebooks(was.framework.codebook, is.framework.codebook);
}

/** How much a codebook holds, level by level. */
export async function codebookStats(nameOrFile: string): Promise<LevelSize[]> {
  return describeCodebook((await openCodebook(nameOrFile)).framework.codebook);
}

/** A codebook as people read it: its codes, and the theory that grew out of them. */
export async function showCodebook(nameOrFile: string, language: Language): Promise<string[]> {
  return describeForPeople((await openCodebook(nameOrFile)).framework.codebook, language);
}
