import type { Adjudication } from '../model/decisions/adjudication.js';
import type { Decision, State } from '../model/decisions/decision.js';
import type { Memo } from '../model/decisions/memo.js';
import type { PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { SettingValue } from '../model/decisions/setting.js';
import { isJudged, type Target } from '../model/decisions/target.js';
import type { Verdict } from '../model/decisions/verdict.js';
import {
  putAdjudication,
  putJudgement,
  questionOf,
  readAdjudications,
  readJudgement,
} from './judgement-table.js';
import { putMemo, readMemo } from './memo-table.js';
import { putPassageVerdict, readPassageVerdict } from './passage-verdict-table.js';
import { givenSetting, setSetting } from './setting-table.js';
import type { Store } from './store.js';
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
      return readVerdict(store, keyOfCode(target));
    case 'memo':
      return readMemo(store, target.id);
    case 'setting': {
      const value = givenSetting(store, target.name);
      return value === undefined ? null : { value };
    }
    case 'adjudication': {
      const of = readAdjudications(store, questionOf(target.of));
      return of.find(({ group }) => group === target.of.group)?.adjudication ?? null;
    }
  }
}

/** Puts in force at its target what a decision leaves there. */
export function putState(store: Store, { target, after, coder, time }: Decision): void {
  if (target.type === 'setting')
    setSetting(store, target.name, (after as SettingValue | null)?.value ?? null);
  else if (target.type === 'passage') {
    putPassageVerdict(store, target, { coder, time }, after as PassageVerdict | null);
  } else if (target.type === 'memo') putMemo(store, target.id, after as Memo | null);
  else if (target.type === 'adjudication') putAdjudication(store, target.of, after as Adjudication | null);
  else if (isJudged(target)) putJudgement(store, target, { coder, time }, after as Verdict | null);
  else putVerdict(store, keyOfCode(target), after as Verdict | null);
}
