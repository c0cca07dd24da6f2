import { UserError } from '../errors.js';
import type { MemoSubject, PassageSubject } from '../model/decisions/memo.js';
import type { Evidence } from '../model/evidence.js';
import type { Store } from '../store/store.js';
import { findCase } from './find-case.js';
import { findUsedCode, frameworkInUse, idsOfUsedCodebooks } from './find-code.js';
import { findDecisionId, findMemo } from './find-memo.js';
import { findPassages, type PassagesNear } from './find-passages.js';

/**
 * Finds what a memo is on: `project`, `case:ID`, `code:NAME`, `passage:ID`, `decision:ID` or `memo:ID`.
 * @param near where the passage is, if that is known
 * @throws UserError memo/bad-subject, and what is said of a case, code, passage, decision or memo that there is none of
 */
export function findMemoSubject(store: Store, written: string, near?: PassagesNear | undefined): MemoSubject {
  const on = written.normalize('NFC').trim();
  const at = on.indexOf(':');
  const [type, name] = at < 0 ? [on, ''] : [on.slice(0, at), on.slice(at + 1).trim()];
  if ((type === 'project') !== (name === '')) throw new UserError('memo/bad-subject', { on: written });
  switch (type) {
    case 'project':
      return { type };
    case 'case':
      return { type, caseId: findCase(store, name).id };
    case 'code': {
      const { codebook, code } = findUsedCode(store, name, 'memo');
      return { type, codebookId: codebook.id, codeId: code.id, label: code.label.zh };
    }
    case 'passage': {
      const [passage] = findPassages(store, idsOfUsedCodebooks(store), [name], near);
      return onPassage(store, passage as Evidence);
    }
    case 'decision':
      return { type, id: findDecisionId(store, name) };
    case 'memo':
      return { type, id: findMemo(store, name).id };
    default:
      throw new UserError('memo/bad-subject', { on: written });
  }
}

/** The subject of a memo that is on a coded passage. */
export function onPassage(
  store: Store,
  passage: Pick<
    Evidence,
    'codebookId' | 'codeId' | 'polarity' | 'caseId' | 'version' | 'start' | 'end' | 'quote'
  >,
): PassageSubject {
  const { codebookId, codeId, polarity, caseId, version, start, end, quote } = passage;
  const label = frameworkInUse(store, codebookId).codes.get(codeId)?.label.zh ?? codeId;
  return { type: 'passage', codebookId, codeId, label, polarity, caseId, version, start, end, quote };
}
