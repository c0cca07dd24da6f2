import { UserError } from '../../errors.js';
import type { TypedAttribute } from '../../store/attribute-type-table.js';
import type { JoinSide } from './join-side.js';

/** What of the settings, codebooks and attributes of another project is taken over. */
export interface JoinedSettings {
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly codebooks: JoinSide['codebooks'];
  readonly attributes: readonly { readonly caseId: string; readonly name: string; readonly value: string }[];
  readonly attributeTypes: readonly TypedAttribute[];
  readonly problems: readonly UserError[];
}

/** Which settings and attributes decisions are about, in either project: the last decision says what they are. */
export interface Decided {
  readonly setting: (name: string) => boolean;
  readonly attribute: (caseId: string, name: string) => boolean;
}

/** The settings that name what files said. */
const OF_CONTENTS = ['rules', 'study-rules'];

/** The codebook applied last, which the project coded last knows. */
const LAST_CODEBOOK = 'codebook';

/** Plans what a project takes over of what nobody decided: what it lacks, and what is newer in the other project. */
export function planSettings(here: JoinSide, there: JoinSide, decided: Decided): JoinedSettings {
  const problems: UserError[] = [];
  const settings = [...there.settings].flatMap(([name, value]) => {
    const own = here.settings.get(name);
    if (own === value || decided.setting(name)) return [];
    if (own === undefined) return { name, value };
    if (name === LAST_CODEBOOK) {
      const isLater = there.codedAt === here.codedAt ? value > own : there.codedAt > here.codedAt;
      return isLater ? { name, value } : [];
    }
    const newer = OF_CONTENTS.includes(name) ? newerContent(here, there, own, value) : 'unclear';
    if (newer === 'unclear')
      problems.push(new UserError('join/other-setting', { name, here: own, there: value }));
    return newer === 'there' ? { name, value } : [];
  });
  const codebooks = there.codebooks.filter(({ codebookId, contentHash }) => {
    const own = here.codebooks.find((one) => one.codebookId === codebookId);
    if (!own) return true;
    if (own.contentHash === contentHash) return false;
    const newer = newerContent(here, there, own.contentHash, contentHash);
    if (newer === 'unclear') problems.push(new UserError('join/other-codebook', { codebook: codebookId }));
    return newer === 'there';
  });
  const attributes = [...there.attributes].flatMap(([caseId, values]) =>
    [...values].flatMap(([name, value]) => {
      const own = here.attributes.get(caseId)?.get(name);
      if (own === value || decided.attribute(caseId, name)) return [];
      if (own === undefined) return { caseId, name, value };
      problems.push(new UserError('join/other-attribute', { caseId, name, here: own, there: value }));
      return [];
    }),
  );
  const attributeTypes = there.attributeTypes.filter(({ name, type, isGiven }) => {
    const own = here.attributeTypes.find((one) => one.name === name);
    if (!isGiven || own?.type === type) return isGiven && !own?.isGiven;
    if (own?.isGiven) problems.push(new UserError('join/other-type', { name, here: own.type, there: type }));
    return !own?.isGiven;
  });
  return { settings, codebooks, attributes, attributeTypes, problems };
}

/** Which of two contents was applied after the other: the one that only its own project knows. */
function newerContent(
  here: JoinSide,
  there: JoinSide,
  own: string,
  other: string,
): 'here' | 'there' | 'unclear' {
  const knowsOther = here.contents.has(other);
  const isKnown = there.contents.has(own);
  if (knowsOther === isKnown) return 'unclear';
  return isKnown ? 'there' : 'here';
}
