import type { Adjudication } from '../model/decisions/adjudication.js';
import type { CaseStanding } from '../model/decisions/case-standing.js';
import type { Decision, State } from '../model/decisions/decision.js';
import type { Memo } from '../model/decisions/memo.js';
import type { PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { SentenceAdjudication } from '../model/decisions/sentence-adjudication.js';
import type { SettingName, SettingValue } from '../model/decisions/setting.js';
import type { Tag } from '../model/decisions/tag.js';
import type { Target } from '../model/decisions/target.js';
import type { Verdict } from '../model/decisions/verdict.js';
import { putDone, readDone } from './case-done-table.js';
import { putCaseStanding, readCaseStanding } from './case-standing-table.js';
import { putAttribute, readAttribute } from './case-table.js';
import { putCountedKinds } from './counted-terms.js';
import {
  putAdjudication,
  putJudgement,
  questionOf,
  readAdjudications,
  readJudgement,
} from './judgement-table.js';
import { putMemo, readMemo } from './memo-table.js';
import { putPassageVerdict, readPassageVerdict } from './passage-verdict-table.js';
import { placeSealedStatements } from './place-sealed-statements.js';
import { putSentenceAdjudication, readSentenceAdjudication } from './sentence-adjudication-table.js';
import { givenSetting, setSetting } from './setting-table.js';
import type { Store } from './store.js';
import { putTag, readTag } from './tag-table.js';
import { keyOfCode, putVerdict, readVerdict } from './verdict-table.js';

/** Reads what is in force at a target: of a judged one what its coder said. */
export function readState(store: Store, target: Target, coder: string): State | null {
  switch (target.type) {
    case 'keyword':
    case 'mapping':
      return readJudgement(store, target, coder);
    case 'passage':
      return readPassageVerdict(store, target, coder);
    case 'code':
    case 'level':
    case 'relation':
    case 'theory':
      return readVerdict(store, keyOfCode(target));
    case 'memo':
      return readMemo(store, target.id);
    case 'setting': {
      const value = givenSetting(store, target.name);
      return value === undefined ? null : { value };
    }
    case 'tag':
      return readTag(store, target.name);
    case 'case':
      return readCaseStanding(store, target);
    case 'attribute': {
      const value = readAttribute(store, target.caseId, target.name);
      return value === undefined ? null : { value };
    }
    case 'sentence':
      return readSentenceAdjudication(store, target);
    case 'done':
      return readDone(store, target, coder);
    case 'adjudication': {
      const of = readAdjudications(store, questionOf(target.of));
      return of.find(({ group }) => group === target.of.group)?.adjudication ?? null;
    }
  }
}

/** Puts in force at its target what a decision leaves there. */
export function putState(store: Store, { target, after, coder, time }: Decision): void {
  switch (target.type) {
    case 'keyword':
    case 'mapping':
      putJudgement(store, target, { coder, time }, after as Verdict | null);
      break;
    case 'passage':
      putPassageVerdict(store, target, { coder, time }, after as PassageVerdict | null);
      break;
    case 'code':
    case 'level':
    case 'relation':
    case 'theory':
      putVerdict(store, keyOfCode(target), after as Verdict | null);
      break;
    case 'memo':
      putMemo(store, target.id, after as Memo | null);
      break;
    case 'setting':
      putSetting(store, target.name, (after as SettingValue | null)?.value ?? null);
      break;
    case 'tag':
      putTag(store, target.name, after as Tag | null);
      break;
    case 'case':
      putCaseStanding(store, target, after as CaseStanding | null);
      if (target.question === 'partly-sealed') placeSealedStatements(store, target.caseId);
      break;
    case 'attribute':
      putAttribute(store, target.caseId, target.name, (after as SettingValue | null)?.value ?? null);
      break;
    case 'sentence':
      putSentenceAdjudication(store, target, after as SentenceAdjudication | null);
      break;
    case 'done':
      putDone(store, target, coder, after as CaseStanding | null);
      break;
    case 'adjudication':
      putAdjudication(store, target.of, after as Adjudication | null);
      break;
  }
}

function putSetting(store: Store, name: SettingName, value: string | null): void {
  if (name === 'regions') putCountedKinds(store, value);
  else setSetting(store, name, value);
}
