import type { Code, Codebook } from '../../model/codebook.js';
import { codeKey } from '../../model/decisions/code-key.js';
import type { DecidedCode, DecidedWord } from '../../model/decisions/verdict.js';

/** A decision that a new version of a codebook speaks against, or leaves without its object. */
export interface CodebookConflict {
  /** The code or keyword that was decided about. */
  readonly subject: string;
  /** `gone`: the code, or the one it went to, is no longer there. Else what both the file and people changed. */
  readonly kind: 'gone' | 'label' | 'level' | 'parent' | 'definition' | 'term';
  /** What the new version says, empty when it has nothing of the kind. */
  readonly file: string;
  /** What people decided, which stays in force wherever it can. */
  readonly decided: string;
}

/** What of people's decisions meets a change that the new version of the codebook made; none of it is resolved. */
export function codebookConflicts(
  before: Codebook,
  after: Codebook,
  decisions: readonly DecidedWord[],
): CodebookConflict[] {
  const prefix = codeKey(after.id, '');
  const [old, fresh] = [before, after].map(({ codes }) => new Map(codes.map((code) => [code.id, code]))) as [
    Map<string, Code>,
    Map<string, Code>,
  ];
  const own = new Set(
    decisions.flatMap(({ word, verdict: { code } }) =>
      code?.label !== undefined && code.level !== undefined ? [word] : [],
    ),
  );
  const isThere = (id: string) => fresh.has(id) || own.has(codeKey(after.id, id)) || !old.has(id);
  const nameOf = (id: string) => (fresh.get(id) ?? old.get(id))?.label.zh ?? id;
  return decisions.flatMap(({ aspect, word, verdict }): CodebookConflict[] => {
    const { code } = verdict;
    if (aspect === 'mapping') return ofKeyword(before, after, word, verdict.into);
    if (aspect !== 'code' || !code || code.isDeleted || !word.startsWith(prefix)) return [];
    const id = word.slice(prefix.length);
    const subject = code.name;
    const went = code.mergedInto !== undefined && isThere(code.mergedInto);
    if (!isThere(id)) return went ? [] : [{ subject, kind: 'gone', file: '', decided: subject }];
    const lost = [code.parent, code.mergedInto].filter((target) => target && !isThere(target)) as string[];
    const targets = lost.map(
      (target) => ({ subject, kind: 'gone', file: '', decided: nameOf(target) }) as const,
    );
    const taken = after.codes.find((one) => one.id !== id && one.label.zh === code.label)?.label.zh;
    if (taken !== undefined) return [{ subject, kind: 'label', file: taken, decided: subject }];
    return [...targets, ...ofFields(old.get(id), fresh.get(id), code, nameOf)];
  });
}

function ofFields(
  old: Code | undefined,
  fresh: Code | undefined,
  { name: subject, label, level, parent, definition }: DecidedCode,
  nameOf: (id: string) => string,
): CodebookConflict[] {
  if (!old || !fresh) return [];
  const conflicts: CodebookConflict[] = [];
  const compare = (
    kind: 'label' | 'level' | 'parent' | 'definition',
    was: string,
    file: string,
    decided: string | undefined,
  ) => {
    if (decided !== undefined && was !== file && file !== decided)
      conflicts.push({ subject, kind, file, decided });
  };
  compare('label', old.label.zh, fresh.label.zh, label);
  compare('definition', old.definition, fresh.definition, definition || undefined);
  compare('level', old.level, fresh.level, level);
  compare(
    'parent',
    nameOf(old.parent ?? ''),
    nameOf(fresh.parent ?? ''),
    parent == null ? undefined : nameOf(parent),
  );
  return conflicts;
}

function ofKeyword(
  before: Codebook,
  after: Codebook,
  word: string,
  into: string | undefined,
): CodebookConflict[] {
  if (into === undefined) return [];
  const [old, fresh] = [before, after].map((codebook) => ownerOf(codebook, into));
  if (old && !fresh) return [{ subject: word, kind: 'gone', file: '', decided: into }];
  const claimed = ownerOf(after, word);
  if (!fresh || !claimed || claimed.id === fresh.id || ownerOf(before, word)?.id === claimed.id) return [];
  return [{ subject: word, kind: 'term', file: claimed.label.zh, decided: fresh.label.zh }];
}

function ownerOf({ codes }: Codebook, name: string): Code | undefined {
  return codes.find(({ id, label, terms }) => id === name || label.zh === name || terms.includes(name));
}
