import type { CaseStanding } from '../../model/decisions/case-standing.js';
import type { Decision, State } from '../../model/decisions/decision.js';
import type { PassageSubject } from '../../model/decisions/memo.js';
import type { Target } from '../../model/decisions/target.js';
import type { Span } from '../../model/span.js';
import { isWholeCase } from '../../model/whole-case.js';
import { type ReplaceNames, replaceInStrings } from '../../stages/pseudonyms/replace-in-strings.js';
import { readCase } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';
import { rememberLast } from '../../text/remember-last.js';
import { type FoundPassage, openPassages } from '../find-quote.js';
import type { FindCopied } from './copy-texts.js';

interface Place extends Span {
  readonly caseId: string;
  readonly version: string;
}

/** Makes what says of a decision the same about the copy of a project: every name replaced, every place where it is now. */
export function decisionReplacer(
  to: Store,
  findCopied: FindCopied,
  replace: ReplaceNames,
): (decision: Decision) => Decision {
  const passagesOf = rememberLast((key: string) => {
    const [version, caseId] = JSON.parse(key) as [string, string];
    const one = readCase(to, caseId, version);
    return one && openPassages(to, one);
  });
  const move = ({ caseId, version, ...span }: Place): Place => {
    const copied = findCopied(caseId, version);
    const moved = copied && !isWholeCase(span) ? copied.places.span(span) : span;
    return { caseId: replace(caseId), version: copied?.version ?? version, ...moved };
  };
  const wordsAt = ({ caseId, version, start, end }: Place): FoundPassage | undefined =>
    isWholeCase({ start, end })
      ? undefined
      : passagesOf(JSON.stringify([version, caseId]))?.({ span: { start, end } });
  return ({ target, before, after, ...decision }) => ({
    ...replaceInStrings(decision, replace),
    target: replaceInTarget(target),
    before: replaceInState(target, before),
    after: replaceInState(target, after),
  });

  function replaceInTarget(target: Target): Target {
    const replaced = replaceInStrings(target, replace);
    if (target.type === 'passage') return { ...replaced, ...move(target) } as Target;
    if (target.type !== 'done') return replaced;
    return {
      ...replaced,
      version: findCopied(target.caseId, target.version)?.version ?? target.version,
    } as Target;
  }

  function replaceInState(target: Target, state: State | null): State | null {
    const replaced = replaceInStrings(state, replace);
    if (state === null || replaced === null) return null;
    if ('says' in state && target.type === 'passage') return withWords(replaced, wordsAt(move(target)));
    if ('text' in state && state.on.type === 'passage') {
      const place = move(state.on);
      const on = { ...(replaced as typeof state).on, ...place } as PassageSubject;
      return { ...replaced, on: { ...on, quote: wordsAt(place)?.quote ?? on.quote } } as State;
    }
    if ('standing' in state && target.type === 'case' && state.version !== undefined) {
      return { ...replaced, ...moveStatements(target.caseId, state.version, state) } as State;
    }
    return replaced;
  }

  function moveStatements(caseId: string, version: string, { statements = [] }: CaseStanding) {
    const moved = statements.map((span) => move({ caseId, version, ...span }));
    return {
      version: moved[0]?.version ?? version,
      statements: moved.map(({ start, end }) => ({ start, end })),
    };
  }
}

function withWords(state: State, words: FoundPassage | undefined): State {
  return words ? ({ ...state, quote: words.quote, cleanQuote: words.cleanQuote } as State) : state;
}
