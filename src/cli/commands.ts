import type { Argv } from 'yargs';
import { addAgree } from './commands/agree.js';
import { addAssess } from './commands/assess.js';
import { addBatchReport } from './commands/batch-report.js';
import { addCases } from './commands/cases.js';
import { addCode } from './commands/code.js';
import { addCodebook } from './commands/codebook.js';
import { addCoders } from './commands/coders.js';
import { addCodes } from './commands/codes.js';
import { addCompare } from './commands/compare.js';
import { addDecisions } from './commands/decisions.js';
import { addDemo } from './commands/demo.js';
import { addDiscover } from './commands/discover.js';
import { addExport } from './commands/export.js';
import { addFigure } from './commands/figure.js';
import { addFinish } from './commands/finish.js';
import { addHistory } from './commands/history.js';
import { addImport } from './commands/import.js';
import { addImportCoding } from './commands/import-coding.js';
import { addJoin } from './commands/join.js';
import { addKeywords } from './commands/keywords.js';
import { addKwic } from './commands/kwic.js';
import { addMemo } from './commands/memo.js';
import { addMerge } from './commands/merge.js';
import { addMine } from './commands/mine.js';
import { addPart } from './commands/part.js';
import { addPassages } from './commands/passages.js';
import { addPilot } from './commands/pilot.js';
import { addProvenance } from './commands/provenance.js';
import { addPseudonyms } from './commands/pseudonyms.js';
import { addRecipes } from './commands/recipes.js';
import { addRegions } from './commands/regions.js';
import { addRelate } from './commands/relate.js';
import { addReserve } from './commands/reserve.js';
import { addRestore } from './commands/restore.js';
import { addReview } from './commands/review.js';
import { addRun } from './commands/run.js';
import { addRuns } from './commands/runs.js';
import { addSaturation } from './commands/saturation.js';
import { addScreen } from './commands/screen.js';
import { addSensitivity } from './commands/sensitivity.js';
import { addServe } from './commands/serve.js';
import { addSettings } from './commands/settings.js';
import { addSplitWork } from './commands/split-work.js';
import { addSuggest } from './commands/suggest.js';
import { addTables } from './commands/tables.js';
import { addTag } from './commands/tag.js';
import { addTerms } from './commands/terms.js';
import { addVerify } from './commands/verify.js';
import type { Globals, Io } from './io.js';

/** The commands in the order of the work. */
const commands = [
  addRun,
  addImport,
  addMine,
  addScreen,
  addCode,
  addTables,
  addExport,
  addFigure,
  addServe,
  addSuggest,
  addDecisions,
  addCodes,
  addRelate,
  addPassages,
  addMemo,
  addFinish,
  addReview,
  addImportCoding,
  addSplitWork,
  addJoin,
  addRestore,
  addRecipes,
  addHistory,
  addTag,
  addSettings,
  addCoders,
  addCases,
  addReserve,
  addPseudonyms,
  addRegions,
  addKwic,
  addRuns,
  addCodebook,
  addCompare,
  addAgree,
  addPilot,
  addSaturation,
  addBatchReport,
  addSensitivity,
  addAssess,
  addVerify,
  addProvenance,
  addDiscover,
  addPart,
  addMerge,
  addKeywords,
  addTerms,
  addDemo,
];

/** Adds every command to a reader of the command line. */
export function addCommands(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return commands.reduce((parser, add) => add(parser, io), cli);
}
