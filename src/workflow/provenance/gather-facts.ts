import { GROWING } from '../../model/codebook.js';
import { frameworkOf } from '../../model/framework.js';
import type { Language } from '../../model/language.js';
import type { ProgramFacts, ProvenanceFacts } from '../../model/provenance/facts.js';
import type { AgreementReport } from '../../project/agreement-report.js';
import { appliedCodebook, codebookInForce } from '../../project/applied-codebook.js';
import type { Context } from '../../project/context.js';
import { codersInOrder } from '../../store/coder-table.js';
import { type LogEntry, logHash, readLogEntries } from '../../store/decision-log.js';
import { readRuns } from '../../store/run-table.js';
import { getSetting } from '../../store/setting-table.js';
import { listMemos } from '../list-memos.js';
import { listTheory } from '../list-relations.js';
import type { SaturationReport } from '../saturation.js';
import type { Verification } from '../verify-project.js';
import { gatherCases, gatherTexts } from './gather-cases.js';
import {
  codersToCompare,
  gatherAdjudication,
  gatherAgreement,
  gatherCoders,
  gatherPilot,
  gatherRetests,
} from './gather-coders.js';
import { describeCodebook, gatherCoding } from './gather-coding.js';
import { gatherMining, gatherScreening } from './gather-mining.js';
import { gatherReserve, gatherSaturation } from './gather-saturation.js';
import { hideNames, SHOW_NAMES } from './hide-names.js';

/** What facts are gathered with. */
export interface GatherOptions {
  readonly language: Language;
  readonly hideNames: boolean;
  readonly verification: Verification | null;
}

/** The facts of a study, with the whole reports that some of them are taken from. */
export interface GatheredFacts {
  readonly facts: ProvenanceFacts;
  readonly agreement: AgreementReport | null;
  readonly saturation: SaturationReport | null;
}

/** Gathers what the database knows of how a study was made, each by the verb whose command shows it. */
export function gatherFacts(
  context: Pick<Context, 'store' | 'toolVersion'>,
  options: GatherOptions,
): GatheredFacts {
  const { store } = context;
  const log = [...readLogEntries(store)];
  const applied = appliedCodebook(store);
  const framework = applied?.framework ?? null;
  const codebookId = framework?.codebook.id ?? GROWING.id;
  const coded = framework && gatherCoding(context, framework, log);
  const coders = gatherCoders(context, log, codebookId);
  const { nameOf } = options.hideNames ? hideNames(codersInOrder(store), options.language) : SHOW_NAMES;
  const agreement =
    framework && gatherAgreement(context, codersToCompare(context, coders, codebookId), framework);
  const pilot = framework && gatherPilot(context, coders);
  const saturation = framework && gatherSaturation(context);
  const cases = gatherCases(context, log, coded?.cases ?? NOTHING_CODED);
  const lead = getSetting(store, 'lead-coder') || null;
  const renamed = <T extends { readonly coders: readonly string[] }>(round: T): T => ({
    ...round,
    coders: round.coders.map(nameOf),
  });
  const facts: ProvenanceFacts = {
    tradition: getSetting(store, 'tradition') || null,
    // Where people have not made a code yet they are about to.
    codebook:
      coded?.codebook ??
      (applied === null ? describeCodebook(store, frameworkOf(GROWING).codebook, [], log) : null),
    cases,
    texts: gatherTexts(context),
    mining: gatherMining(context),
    screening: gatherScreening(context),
    coding: coded?.coding ?? null,
    coders: {
      names: coders.formal.map(nameOf),
      lead: lead && nameOf(lead),
      sharedCases: coders.sharedCases,
      areHidden: options.hideNames,
    },
    pilot: pilot && renamed(pilot),
    retests: framework ? gatherRetests(context, coders).map(renamed) : [],
    agreement: agreement && renamed(agreement.facts),
    adjudication: gatherAdjudication(context, codebookId, nameOf),
    saturation: saturation?.facts ?? null,
    ...(framework && log.some(isSealing) ? gatherReserve(context) : NOTHING_RESERVED),
    theory: gatherTheory(context),
    program: gatherProgram(context, log, options.verification),
  };
  return { facts, agreement: agreement?.report ?? null, saturation: saturation?.report ?? null };
}

const NOTHING_RESERVED = { reserve: null, statements: { tested: null, sealed: 0, cases: 0 } };
const NOTHING_CODED = { all: new Set<string>(), byPeople: new Set<string>(), done: new Set<string>() };

/** Whether an entry of the log seals or unseals a case, or statements of one. */
function isSealing({ target }: LogEntry): boolean {
  return target.type === 'case' && (target.question === 'sealed' || target.question === 'partly-sealed');
}

function gatherTheory({ store }: Pick<Context, 'store'>): ProvenanceFacts['theory'] {
  const memos = listMemos({ store }).length;
  if (codebookInForce(store) === null) return { memos, relations: 0, core: null };
  const { relations, core } = listTheory({ store });
  return { memos, relations: relations.length, core };
}

function gatherProgram(
  { store, toolVersion }: Pick<Context, 'store' | 'toolVersion'>,
  log: readonly { readonly statement: string }[],
  verification: Verification | null,
): ProgramFacts {
  const runs = readRuns(store);
  return {
    version: toolVersion,
    versions: [...new Set(runs.map((run) => run.toolVersion))],
    runs: runs.length,
    decisions: log.length,
    statements: new Set(log.map(({ statement }) => statement)).size,
    logHash: logHash(store),
    verification: verification && {
      isIntact: verification.isIntact,
      texts: verification.texts,
      seals: verification.seals,
      faults: verification.faults.length,
      runs: verification.runs.length,
      repeated: verification.runs.filter(({ outcome }) => outcome === 'same').length,
      stateHash: verification.stateHash,
    },
  };
}
