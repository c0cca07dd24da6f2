import { nameKinds } from '../model/counted-regions.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { changesStatistics } from '../model/decisions/describe-decision.js';
import { isWholeCase } from '../model/whole-case.js';
import { describeCounted } from '../text/describe-counted.js';
import { english } from '../text/english.js';
import type { DerivedChanges } from '../workflow/follow-decisions.js';
import { commentReports } from './comments-en.js';
import { counted } from './counted.js';
import { decisionReason } from './decision-reason.js';
import { describeDecision } from './describe-decision-en.js';
import { handCodingReports } from './hand-coding-en.js';
import { joinReport, splitReport } from './join-en.js';
import type { Messages } from './messages.js';
import { pilotReport } from './pilot-en.js';
import { qdaReports } from './qda-en.js';
import { regionReports } from './regions-en.js';
import { textReports } from './reports-of-texts-en.js';

/** Of the decisions of one statement, so many are listed. */
const LISTED = 20;

/** What a command reports when it is done, in English. */
export const reports: Messages['reports'] = {
  ...textReports,
  ...commentReports,
  ...qdaReports,
  ...handCodingReports,
  ...regionReports,
  splitWork: splitReport,
  pilot: pilotReport,
  joined: (report, shown) => joinReport(report, reports.decision, shown),
  screened: ({ rules, considered, kept, suggestedFolds, withoutText }) => [
    english`Screened by ${rules}: ${kept} of ${considered} keywords kept.`,
    ...reports.withoutText(withoutText),
    ...(suggestedFolds.length > 0 ? ['Near-synonyms you may want to fold:'] : []),
    ...suggestedFolds
      .slice(0, 10)
      .map(
        ({ group, word, into, reason, head }) =>
          `  zhagen fold ${word} ${into} --group ${group}   (${reason === 'shared-head' ? `both end in ${head}` : 'the same characters in another order'})`,
      ),
  ],
  screenedBy: (rules) => `Screened by ${rules}.`,
  coded: ({ codebookId, caseKeywords, mapped, coreKeywords, unmapped, references, ...rest }) => [
    english`Coded under ${codebookId ?? 'no codebook'}: ${mapped} of ${caseKeywords} case × keyword pairs in ${coreKeywords} core keywords, ${references} references proposed.`,
    ...(unmapped.length > 0
      ? [
          `Not mapped: ${unmapped.slice(0, 12).join(', ')}${unmapped.length > 12 ? ` … (${unmapped.length})` : ''}. Codes they may belong to: zhagen suggest`,
        ]
      : []),
    ...(rest.regions.leftOut > 0 ? [describeCounted(rest.regions, 'en')] : []),
    ...reports.leftOutPassages(rest.leftOutPassages),
    ...reports.notMined(rest.notMined),
  ],
  changed: ({ codes, mainPillars }) => {
    const words = { new: 'new code', gone: 'code removed', changed: '' };
    const step = (name: string, [before, after]: readonly [number, number]) =>
      before === after ? [] : [`${name} ${before} → ${after}`];
    if (codes.length + mainPillars.length === 0) return ['The tables did not change.'];
    return [
      english`What changed in the tables (each code by itself): ${codes.length} codes, the main pillar of ${mainPillars.length} cases.`,
      ...codes.map(({ code, change, assignments, references, cases }) =>
        [
          `  ${code}: ${words[change]}`.trimEnd(),
          ...step('assignments', assignments),
          ...step('references', references),
          ...step('cases', cases),
        ].join(' · '),
      ),
      ...mainPillars.map(({ caseId, before, after }) => `  ${caseId}: ${before ?? '–'} → ${after ?? '–'}`),
    ];
  },
  conflicting: (conflicts) => {
    const words = {
      gone: 'no longer there',
      label: 'label',
      level: 'level',
      parent: 'parent',
      definition: 'definition',
      term: 'term of',
    };
    return [
      ...(conflicts.length > 0
        ? [
            english`${conflicts.length} decisions conflict with the new version; they stay in force where possible:`,
          ]
        : []),
      ...conflicts.map(
        ({ subject, kind, file, decided }) =>
          `  ${subject}: decided ${decided}; ${words[kind]}${file && ` ${file} in the file`}`,
      ),
    ];
  },
  decided: ({ decisions, alreadyInForce, derived, leftOutPassages }) => [
    ...alreadyInForce.map((subject) => `${subject}: already in force; nothing was logged`),
    ...decisions.slice(0, LISTED).map((decision) => {
      const group = reports.decisionGroup(decision);
      return `${reports.decision(decision)}${group && ` (${group})`}  ${decision.id.slice(0, 8)}`;
    }),
    ...(decisions.length > LISTED ? [`… ${decisions.length - LISTED} more, see: zhagen history`] : []),
    ...(derived ? [`Brought up to date: ${broughtUpToDate(derived)}.`] : []),
    ...(decisions.some(changesStatistics)
      ? ['New words and weights follow at the next mining: zhagen mine, then zhagen code']
      : []),
    ...reports.leftOutPassages(leftOutPassages),
  ],
  caseState: ({ excluded, sealed, sealedStatements, chosen, done }) => [
    ...(excluded ? [`excluded: ${excluded.reason} (${excluded.coder})`] : []),
    ...(sealed ? [`sealed: ${sealed.reason} (${sealed.coder})`] : []),
    ...(sealedStatements > 0 ? [`reserved statements: ${sealedStatements}`] : []),
    ...(chosen ? [`choice ${chosen.order}: ${chosen.reason} (${chosen.coder})`] : []),
    ...done.map(
      ({ codebook, coder, checkedBy }) =>
        `done (${codebook}): ${coder}${checkedBy.length > 0 ? `, checked by ${checkedBy.join(', ')}` : ''}`,
    ),
  ],
  decision: describeDecision,
  theory: ({ core, storyline, ofGoneCodes }) => [
    `Core category: ${core ?? 'none yet (zhagen relate CODE --core)'}`,
    `Storyline: ${storyline ?? 'none yet (zhagen relate --storyline "…")'}`,
    ...(ofGoneCodes.length > 0
      ? [
          `Not listed, since the codebook no longer has one of their codes: ${ofGoneCodes.map(({ from, relation, to }) => `${from} → ${relation} → ${to}`).join('; ')}`,
        ]
      : []),
  ],
  wholeCase: 'the case as a whole',
  decisionGroup: ({ target }) => {
    const about = target.type === 'adjudication' ? target.of : target;
    if (about.type === 'passage' && isWholeCase(about)) return reports.wholeCase;
    if (!('group' in about)) return '';
    return about.group === ALL_GROUPS ? 'all groups' : about.group;
  },
  decisionReason: (decision) => decisionReason(decision, 'en'),
  reason: ({ kind, shown }) => {
    const said = {
      characters: 'reads like',
      decision: 'reads like a word that people merged',
      contexts: 'occurs in similar contexts',
      definition: 'the definition has the same characters',
      wording: 'the rules have the same wording',
    };
    return `${said[kind]}: ${shown.join(', ')}`;
  },
  nothingNear: 'none: no code is near',
  suggested: 'These are suggestions; decide with: zhagen merge <keyword> <code>',
  withoutParent: (codes) =>
    english`${codes.length} codes have no code above them yet: ${codes.join(', ')}. Put them under one: zhagen group <codes> <parent>`,
  wrote: (folder, files) => [english`Wrote ${files.length} files to ${folder}`],
  took: (milliseconds) => [
    `Time: ${Object.entries(milliseconds)
      .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(2)} s`)
      .join(', ')}`,
  ],
  audited: ({ codebookId, study, contradictions, remarks, checked, notChecked }) =>
    `${codebookId ?? 'none'} ↔ ${study}: ${counted(contradictions, 'contradiction')}${remarks > 0 ? `, ${counted(remarks, 'remark')}` : ''} in ${counted(checked, 'statement')} checked; ${notChecked} not checked.`,
  mainPillars: (first, withinTwo, of) =>
    `Main pillar comes first: ${first}/${of}; among the first two: ${withinTwo}/${of}`,
  notCarried: (fields) => `This format does not carry: ${fields.join(', ')}`,
  doubtfulWord: ({ place, word, why }) =>
    why === 'cleaned'
      ? `${place}: no sentence of a clean text contains ${JSON.stringify(word)}; write it as it reads after cleaning (zhagen cases show).`
      : `${place}: ${JSON.stringify(word)} is found only as it stands. If these are several words, write each as an item of its own.`,
  nothingFound: 'Nothing found.',
  diffMarks:
    'Place in the raw text, step, [-taken away-]{+put there+}; ⏎ line end, ␌ page end, □ ideographic space. Last line: changes by step and (characters fewer).',
  nothingWritten: 'This was a dry run: nothing was written.',
  updatedCopy: (path, { found, known }) =>
    `${path} has version ${found}, this program writes version ${known}: an updated temporary copy is read. The next command that writes to the project, such as zhagen code, updates it.`,
  occurrences: (lines) =>
    english`${lines.length} occurrences in ${new Set(lines.map(({ caseId }) => caseId)).size} cases.`,
  occursInLeftOut: (kinds) =>
    `It occurs only in regions that do not count (${nameKinds(kinds, 'en')}). Count them: zhagen regions --include-regions ${kinds.join(',')}`,
};

/** What followed from a decision, as far as anything did. */
function broughtUpToDate({ groups, mappings, cases }: DerivedChanges): string {
  return [
    ...(groups > 0 ? [`screening of ${counted(groups, 'group')}`] : []),
    ...(mappings > 0 ? [`${counted(mappings, 'mapping')} changed`] : []),
    ...(cases > 0 ? [`text of ${counted(cases, 'case')} coded`] : []),
  ].join(', ');
}
