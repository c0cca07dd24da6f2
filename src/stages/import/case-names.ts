import { UserError } from '../../errors.js';
import type { CaseRecord } from '../../model/case-record.js';
import { caseId, wholePath } from './case-id.js';

/** A case whose id keeps the extension, because the one without belongs to the case of another file. */
export interface SameName {
  readonly id: string;
  readonly otherId: string;
  readonly otherSource: string;
}

/** Gives the cases of an import their ids, one after the other. */
export interface CaseNames {
  /** What a record is called unless the attribute table says otherwise. */
  readonly propose: (record: Pick<CaseRecord, 'id' | 'source'>) => string;
  /** Makes an id that of a source. @throws UserError import/duplicate-id */
  readonly take: (id: string, source: string) => void;
  readonly sameNames: () => readonly SameName[];
}

/**
 * The names for an import into a project that knows its cases by the sources they were read from. A file is
 * called by its path without extension; where another file came first, now or in an earlier batch, by its whole
 * path, and so it stays.
 */
export function openCaseNames(sourceBefore: (id: string) => string | undefined = () => undefined): CaseNames {
  const sourceOf = new Map<string, string>();
  const sameNames: SameName[] = [];
  /** The source of another file that an id comes from; what a person calls so may be any version of the case. */
  const otherFile = (id: string, path: string) => {
    const other = sourceOf.get(id) ?? sourceBefore(id);
    if (other === undefined || wholePath(other) === path) return undefined;
    return [caseId({ source: other }), wholePath(other)].includes(id) ? other : undefined;
  };
  return {
    propose: (record) => {
      const [short, path] = [caseId(record), wholePath(record.source)];
      if (record.id?.trim()) return short;
      const isKnownByPath = wholePath(sourceBefore(path) ?? '') === path;
      return isKnownByPath || otherFile(short, path) !== undefined ? path : short;
    },
    take: (id, source) => {
      const [short, path] = [caseId({ source }), wholePath(source)];
      const isByPath = id === path && id !== short;
      const first = sourceOf.get(id) ?? (isByPath ? otherFile(id, path) : undefined);
      if (first !== undefined) throw new UserError('import/duplicate-id', { id, first, second: source });
      sourceOf.set(id, source);
      const other = isByPath ? otherFile(short, path) : undefined;
      if (other !== undefined) sameNames.push({ id, otherId: short, otherSource: other });
    },
    sameNames: () => sameNames,
  };
}
