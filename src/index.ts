/** The public API of zhagen: the verbs of the command line as functions, and the records they take and give. */
export { type Engine, type EngineOptions, localEngine } from './engine/engine.js';
export { UserError } from './errors.js';
export { type PngOptions, svgToPng } from './formats/svg-png.js';
export type { Candidate } from './model/candidate.js';
export type { Case } from './model/case.js';
export type { Codebook } from './model/codebook.js';
export type { CodedPassage } from './model/coded-passage.js';
export type { RegionChange } from './model/counted-regions.js';
export type { Decision } from './model/decisions/decision.js';
export type { SettingName } from './model/decisions/setting.js';
export type { Figure } from './model/figure.js';
export type { KwicOrder } from './model/kwic-order.js';
export type { Language } from './model/language.js';
export type { NewWord } from './model/new-word.js';
export type { Run } from './model/run.js';
export type { Span } from './model/span.js';
export type { TableName } from './model/table-name.js';
export type { CodedRequest, ViewRequest } from './project/choose-view.js';
export type { Context, Progress, ReadContext } from './project/context.js';
export type { CommentKind } from './project/hand-coding/read-comment.js';
export { currentRevision } from './project/require-revision.js';
export type { CodebookChange } from './stages/code/compare-codebooks.js';
export type { LevelSize } from './stages/code/describe-codebook.js';
export { type AdjudicateOptions, adjudicate } from './workflow/adjudicate.js';
export { type AdjudicatePassagesOptions, adjudicatePassages } from './workflow/adjudicate-passages.js';
export { type AgreementReport, type AgreeRequest, agreeCoders } from './workflow/agree.js';
export { agreeInSheet } from './workflow/agree-in-sheet.js';
export {
  type AppliedPseudonyms,
  applyPseudonyms,
  type PseudonymOptions,
} from './workflow/apply-pseudonyms.js';
export { assessGold, type GoldReport } from './workflow/assess-gold.js';
export { type AuditReport, auditCodebook, formatAudit, publishedStudies } from './workflow/audit-codebook.js';
export { type CaseRegions, showRegions } from './workflow/case-regions.js';
export {
  changeRegions,
  listRegions,
  type RegionDecision,
  type RegionReport,
} from './workflow/change-regions.js';
export { changeSetting, listSettings, type SettingChange } from './workflow/change-settings.js';
export { type CaseChoice, chooseCase } from './workflow/choose-case.js';
export { type CodeOptions, type CodeReport, codeCases } from './workflow/code-cases.js';
export {
  type CaseCodings,
  type CodeFilesOptions,
  codeFiles,
  type ProposedCoding,
} from './workflow/code-files.js';
export {
  type CodebookSummary,
  codebookStats,
  diffCodebooks,
  listCodebooks,
  showCodebook,
  type ValidatedCodebook,
  validateCodebook,
} from './workflow/codebooks.js';
export { type ComparedPassage, compareCodes } from './workflow/compare-codes.js';
export { type ConcordanceLine, concordance } from './workflow/concordance.js';
export {
  type DecideReport,
  decide,
  redo,
  type Statement,
  type UndoOptions,
  undo,
} from './workflow/decide.js';
export type { CasesDecision } from './workflow/decide-standing.js';
export {
  type AppliedRecipe,
  type ApplyOptions,
  applyDecisions,
  exportDecisions,
  type WrittenRecipe,
} from './workflow/decision-recipes.js';
export { type CodeDecision, type DefineOptions, defineCode } from './workflow/define-code.js';
export { deleteCode } from './workflow/delete-code.js';
export {
  type CodeDecisions,
  type DiffRequest,
  diffTag,
  type TagDiff,
} from './workflow/diff-tag.js';
export { type DiscoverFilterOptions, discoverInFiles } from './workflow/discover-filter.js';
export { excludeCases, includeCases } from './workflow/exclude-cases.js';
export { type ExplainedPassage, explainCase } from './workflow/explain-case.js';
export {
  type CodebookFormat,
  type ExportedCodebook,
  exportCodebook,
  exportEffective,
  writeCodebook,
} from './workflow/export-codebook.js';
export {
  type ExportDatasetRequest,
  type ExportedDataset,
  exportDataset,
} from './workflow/export-dataset.js';
export {
  type ExportDocumentsOptions,
  type ExportedDocuments,
  exportDocuments,
} from './workflow/export-documents.js';
export { type ExportedSheet, type ExportOptions, exportSheet } from './workflow/export-sheet.js';
export { type FindNamesOptions, type FoundNames, findNames } from './workflow/find-names.js';
export { type CheckOptions, checkCases, type DoneOptions, finishCases } from './workflow/finish-cases.js';
export { formatTable } from './workflow/format-table.js';
export type {
  ImportedComments,
  NotedComment,
} from './workflow/hand-coding/comments-report.js';
export { type ImportOptions, type ImportReport, importCases } from './workflow/import-cases.js';
export {
  type DoubtfulQuote,
  type ImportCodingOptions,
  type ImportedCoding,
  importCoding,
} from './workflow/import-coding.js';
export { type ImportCommentsOptions, importComments } from './workflow/import-comments.js';
export { type ImportQdaOptions, importQdaProject } from './workflow/import-qda-project.js';
export { type ImportedSheet, type ImportSheetOptions, importSheet } from './workflow/import-sheet.js';
export { type JoinOptions, type JoinReport, joinProject } from './workflow/join-projects.js';
export {
  codePassage,
  type PassageOptions,
  type ReviewOptions,
  recodePassage,
  reviewPassages,
  uncodePassage,
} from './workflow/judge-passages.js';
export {
  type KeywordsFilterOptions,
  keywordsOfLines,
  type LineKeywords,
} from './workflow/keywords-filter.js';
export { type AttributeSummary, listAttributes } from './workflow/list-attributes.js';
export { type ListedCoder, listCoders } from './workflow/list-coders.js';
export { listDecisions, listRuns } from './workflow/list-history.js';
export { type ListedMemo, listMemos, type MemoFilter } from './workflow/list-memos.js';
export { type ListedTheory, listTheory, type RelationFilter } from './workflow/list-relations.js';
export { type FigureRequest, makeFigure } from './workflow/make-figure.js';
export { makeTable } from './workflow/make-table.js';
export {
  measureSensitivity,
  type SensitivityReport,
  type SensitivityRequest,
} from './workflow/measure-sensitivity.js';
export { type MineOptions, type MineReport, mineKeywords } from './workflow/mine-keywords.js';
export { type ProjectOptions, withProject, withRehearsal } from './workflow/open-project.js';
export { type MergedParts, type MergeRequest, mergeParts } from './workflow/parts/merge-parts.js';
export { type PartRequest, type WrittenPart, writePart } from './workflow/parts/write-part.js';
export { type PilotReport, type PilotRequest, reportPilot } from './workflow/pilot.js';
export {
  describeProvenance,
  type Provenance,
  type ProvenanceRequest,
  saveProvenance,
} from './workflow/provenance.js';
export type { ImportedQdaProject } from './workflow/qda/imported-qda-project.js';
export {
  nameCore,
  type RelationOptions,
  relateCodes,
  unrelateCodes,
  writeStoryline,
} from './workflow/relate-codes.js';
export { type BatchReport, type BatchRequest, reportBatch } from './workflow/report-batch.js';
export { type ReserveOptions, type ReserveReport, reserveCases } from './workflow/reserve-cases.js';
export { type ReservedStatements, reserveStatements } from './workflow/reserve-statements.js';
export { type RestoredProject, restoreProject } from './workflow/restore-project.js';
export { type RunOptions, type RunReport, runAll } from './workflow/run-all.js';
export {
  measureProjectSaturation,
  type SaturationReport,
  type SaturationRequest,
} from './workflow/saturation.js';
export { type ScreenOptions, type ScreenReport, screenKeywords } from './workflow/screen-keywords.js';
export { sealCases, unsealCases } from './workflow/seal-cases.js';
export { type AttributeChange, setAttributes } from './workflow/set-attributes.js';
export { type CoderGuid, setCoderGuid } from './workflow/set-coder-guid.js';
export {
  type CaseDetail,
  type CaseDiff,
  type CaseSummary,
  diffCase,
  listCases,
  listManifest,
  type ManifestRow,
  showCase,
} from './workflow/show-cases.js';
export { type SplitOptions, type SplitReport, splitWork } from './workflow/split-work.js';
export { type SuggestedCodes, type SuggestRequest, suggestCodes } from './workflow/suggest.js';
export type { Row, Table, TableRequest } from './workflow/table.js';
export {
  listTags,
  type TagOptions,
  type TagReport,
  type TagSummary,
  tagProject,
} from './workflow/tag-project.js';
export { type TermsFilterOptions, termsOfFiles } from './workflow/terms-filter.js';
export { type UnsealOptions, type UnsealReport, unsealReserve } from './workflow/unseal-reserve.js';
export { type Verification, verifyProject } from './workflow/verify-project.js';
export { type WriteFigureRequest, type WrittenFigure, writeFigure } from './workflow/write-figure.js';
export { addMemo, deleteMemo, editMemo, type MemoEdit, type MemoOptions } from './workflow/write-memo.js';
export {
  type ReviewerFolder,
  type ReviewerFolderRequest,
  writeReviewerFolder,
} from './workflow/write-reviewer-folder.js';
export { writeTables } from './workflow/write-tables.js';
