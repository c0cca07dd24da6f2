import { UserError } from '../../errors.js';
import { isWithoutText } from '../../model/without-text.js';
import type { CaseVersions, KnownVersion } from '../../store/join/case-versions.js';

/** What of the cases of another project is taken over. */
export interface JoinedCases {
  readonly copied: readonly { readonly caseId: string; readonly version: string }[];
  readonly added: readonly string[];
  /** Cases whose current text is now that of the other project. */
  readonly changed: readonly { readonly caseId: string; readonly version: string }[];
  /** Versions that the projects describe otherwise: both take the title and batch that come first. */
  readonly described: readonly (Pick<KnownVersion, 'version' | 'title' | 'batch'> & {
    readonly caseId: string;
  })[];
  /** Versions that the projects read from two files: both take the one that comes first. */
  readonly fromFiles: readonly { readonly caseId: string; readonly version: string }[];
  /** Cases with more than one text, whose passages are looked for in the current one. */
  readonly withVersions: readonly string[];
  readonly problems: readonly UserError[];
}

/** Plans which cases and texts a project takes over, by their content, so that both projects come to the same. */
export function planCases(here: readonly CaseVersions[], there: readonly CaseVersions[]): JoinedCases {
  const known = new Map(here.map((one) => [one.id, one]));
  const problems: UserError[] = [];
  const copied: JoinedCases['copied'][number][] = [];
  const changed: JoinedCases['changed'][number][] = [];
  const described: JoinedCases['described'][number][] = [];
  const fromFiles: JoinedCases['fromFiles'][number][] = [];
  const withVersions: string[] = [];
  const added: string[] = [];
  for (const other of there) {
    const { id } = other;
    const own = known.get(id);
    const now = currentOf(other);
    const before = new Map(own?.versions.map((one) => [one.version, one]));
    const isMissing = ({ version }: KnownVersion) => !before.has(version);
    copied.push(...other.versions.filter(isMissing).map(({ version }) => ({ caseId: id, version })));
    if (before.size + other.versions.filter(isMissing).length > 1) withVersions.push(id);
    if (!own) {
      added.push(id);
      changed.push({ caseId: id, version: now.version });
      continue;
    }
    for (const { version, title, batch, cleaned, file } of other.versions) {
      const same = before.get(version);
      if (!same) continue;
      if (same.cleaned !== cleaned) problems.push(new UserError('join/other-cleaning', { caseId: id }));
      if (file !== null && (same.file === null || file < same.file)) fromFiles.push({ caseId: id, version });
      const first = { title: least(same.title, title), batch: least(same.batch, batch) };
      if (first.title !== same.title || first.batch !== same.batch)
        described.push({ caseId: id, version, ...first });
    }
    const newer = newerText(own, other);
    if (newer === 'unclear') problems.push(new UserError('join/other-text', { caseId: id }));
    if (newer === 'there') changed.push({ caseId: id, version: now.version });
  }
  return { copied, added, changed, described, fromFiles, withVersions, problems };
}

/** Which of the current texts of a case came after the other one. */
function newerText(here: CaseVersions, there: CaseVersions): 'here' | 'there' | 'unclear' {
  const [own, other] = [currentOf(here), currentOf(there)];
  if (own.version === other.version) return 'here';
  if (isWithoutText(other)) return 'here';
  if (isWithoutText(own)) return 'there';
  const knowsOther = here.versions.some(({ version }) => version === other.version);
  const isKnown = there.versions.some(({ version }) => version === own.version);
  if (knowsOther === isKnown) return 'unclear';
  return isKnown ? 'there' : 'here';
}

const currentOf = ({ versions }: CaseVersions): KnownVersion =>
  versions.find(({ isCurrent }) => isCurrent) as KnownVersion;

const least = (one: string, other: string) => (one < other ? one : other);
