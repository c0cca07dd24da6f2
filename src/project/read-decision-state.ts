import { stepNameSchema } from '../model/cleaning-step.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { currentVersions } from '../store/case-table.js';
import { groupsWithKeyword, readKeywords } from '../store/keyword-table.js';
import { mappingsOfWord } from '../store/mapping-table.js';
import { readCleanText, readStepCounts } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { isTerm } from '../store/term-lists.js';
import { readVerdict, targetsOfVerdicts } from '../store/verdict-table.js';
import { findWords } from '../text/find-words.js';
import { codebookInForce, frameworkInForce } from './applied-codebook.js';
import type { DecisionState } from './decision-state.js';
import { findCase } from './find-case.js';
import { kindsAround } from './left-out-passages.js';
import { projectForm } from './project-form.js';
import { groupsInForce, verdictsOnCodes } from './project-view.js';
import { requireOpenCase } from './require-open-case.js';

/** Reads what plans of decisions ask of a project, as far as they ask. */
export function readDecisionState(store: Store): DecisionState {
  return {
    codebook: () => {
      const found = codebookInForce(store);
      return found && { ...found, verdicts: verdictsOnCodes(store) };
    },
    groups: () => groupsInForce(store),
    form: projectForm(store),
    isKeyword: (word, group) =>
      groupsWithKeyword(store, word).some((one) => group === ALL_GROUPS || one === group),
    isTerm: (word) => isTerm(store, word),
    keywords: (group) => {
      const screened = readKeywords(store).filter(
        (keyword) => group === ALL_GROUPS || keyword.group === group,
      );
      return new Set(screened.flatMap((keyword) => [keyword.word, keyword.countsFor]));
    },
    targets: () => targetsOfVerdicts(store),
    isMerged: (word, group) => {
      const codebookId = frameworkInForce(store)?.codebook.id ?? '';
      return mappingsOfWord(store, codebookId, word).some(
        (mapping) =>
          (group === ALL_GROUPS || mapping.group === group) &&
          (mapping.codeId !== null || ![null, word].includes(mapping.coreKeyword)),
      );
    },
    screening: (word, group) =>
      readVerdict(store, { group, word, aspect: 'screening' }) ??
      readVerdict(store, { group: ALL_GROUPS, word, aspect: 'screening' }),
    caseIds: () => currentVersions(store).map(({ caseId }) => caseId),
    openCase: (id) => requireOpenCase(store, id),
    casesWith: (word) => casesContaining(store, [word]).get(word) ?? [],
    kindsWith: (word, caseId) => {
      const cases = currentVersions(store).filter((one) => caseId === undefined || one.caseId === caseId);
      return [...new Set(cases.flatMap((one) => kindsAround(store, one, word)))];
    },
    findQuote: (caseId, quote) => {
      const { id, version } = findCase(store, caseId);
      const steps = readStepCounts(store, id, version).map(({ step }) => stepNameSchema.parse(step));
      const text = readCleanText(store, id, version) ?? '';
      const [found] = findWords(text, normalizeText(quote, { steps }).text);
      return found ? text.slice(found.start, found.end) : null;
    },
  };
}
