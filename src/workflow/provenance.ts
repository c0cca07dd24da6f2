import { existsSync } from 'node:fs';
import { UserError } from '../errors.js';
import { type Language, languageSchema } from '../model/language.js';
import { type ChecklistName, checklistNames } from '../model/provenance/checklist.js';
import type { MethodsText } from '../model/provenance/methods.js';
import type { Context } from '../project/context.js';
import { renderMethods } from '../report/methods/render-methods.js';
import { writeMethods } from '../stages/assess/methods/write-methods.js';
import { getSetting } from '../store/setting-table.js';
import { type GatheredFacts, gatherFacts } from './provenance/gather-facts.js';
import { type Verification, verifyProject } from './verify-project.js';
import { writeNamedFile } from './write-files.js';

/** How the methods section is written. */
export interface ProvenanceRequest {
  /** Otherwise that of the project's files. */
  readonly language?: Language | undefined;
  readonly checklist?: ChecklistName | undefined;
  /** Letters in the place of the names of coders. */
  readonly hideNames?: boolean | undefined;
  /** Verify the project, which takes about as long as its runs, and say what was found. */
  readonly verify?: boolean | undefined;
}

/** The methods section of a study: what it says, value by value, and the same in words. */
export interface Provenance extends MethodsText {
  readonly language: Language;
  readonly markdown: string;
}

/** The methods section with the whole reports behind it. */
export interface ProvenanceWithReports extends Pick<GatheredFacts, 'agreement' | 'saturation'> {
  readonly provenance: Provenance;
  readonly verification: Verification | null;
}

/**
 * Writes the methods section of the study that a project holds: every number from the database, with the command that shows
 * it; what the database does not know is a gap.
 * @throws UserError provenance/no-interviews
 */
export async function describeProvenance(
  context: Context,
  request: ProvenanceRequest = {},
): Promise<Provenance> {
  return (await provenanceWithReports(context, request)).provenance;
}

/** The same with the reports that it was taken from. */
export async function provenanceWithReports(
  context: Context,
  { language: asked, checklist, hideNames = false, verify = false }: ProvenanceRequest,
): Promise<ProvenanceWithReports> {
  const language = asked ?? languageSchema.catch('zh').parse(getSetting(context.store, 'language'));
  const verification = verify ? await verifyProject(context) : null;
  const gathered = gatherFacts(context, { language, hideNames, verification });
  if (checklist === 'coreq' && !gathered.facts.texts.hasSpeech) {
    const fitting = checklistNames.filter((name) => name !== 'coreq');
    throw new UserError('provenance/no-interviews', { fitting: fitting.join(', ') });
  }
  const text = writeMethods(gathered.facts, checklist);
  return {
    provenance: { ...text, language, markdown: renderMethods(text, language) },
    agreement: gathered.agreement,
    saturation: gathered.saturation,
    verification,
  };
}

/**
 * Writes the methods section to a file that does not exist yet: the authors write into its gaps.
 * @throws UserError provenance/exists, files/cannot-write
 */
export function saveProvenance(
  { markdown }: Pick<Provenance, 'markdown'>,
  path: string,
  { force = false }: { readonly force?: boolean | undefined } = {},
): void {
  if (!force && existsSync(path)) throw new UserError('provenance/exists', { path });
  writeNamedFile(path, markdown);
}
