/** The commands of `zhagen`, each with a description in every language and a place in the docs. */
export const commandNames = [
  'run',
  'import',
  'mine',
  'screen',
  'code',
  'tables',
  'suggest',
  'keep',
  'drop',
  'add',
  'fold',
  'merge',
  'split',
  'group',
  'promote',
  'rename',
  'move',
  'define',
  'delete',
  'relate',
  'confirm',
  'reject',
  'passage',
  'memo',
  'done',
  'checked',
  'adjudicate',
  'review',
  'import-coding',
  'split-work',
  'join',
  'decisions',
  'undo',
  'redo',
  'history',
  'tag',
  'diff',
  'settings',
  'coders',
  'discover',
  'count',
  'merge-counts',
  'keywords',
  'cases',
  'reserve',
  'unseal',
  'regions',
  'kwic',
  'runs',
  'codebook',
  'agree',
  'pilot',
  'saturation',
  'batch-report',
  'sensitivity',
  'assess',
  'verify',
  'provenance',
  'compare',
  'demo',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The arguments and flags of all commands; a name means the same wherever it stands. */
export type OptionName =
  | 'paths'
  | 'files'
  | 'countFiles'
  | 'file'
  | 'words'
  | 'new'
  | 'verdict-of'
  | 'view'
  | 'blindCoder'
  | 'settingName'
  | 'coderName'
  | 'guid'
  | 'passages'
  | 'ofCode'
  | 'ofCases'
  | 'ofCase'
  | 'passageAction'
  | 'passageCode'
  | 'passageQuote'
  | 'to'
  | 'decidedCode'
  | 'as'
  | 'core'
  | 'storyline'
  | 'remove'
  | 'list'
  | 'definition'
  | 'limits'
  | 'example'
  | 'property'
  | 'facet'
  | 'memo'
  | 'memoAction'
  | 'text'
  | 'on'
  | 'type'
  | 'nth'
  | 'span'
  | 'settingValue'
  | 'table'
  | 'wordOrCode'
  | 'caseAction'
  | 'contestedPassages'
  | 'caseNames'
  | 'because'
  | 'cases'
  | 'coding-of'
  | 'not-yet'
  | 'reviewAction'
  | 'sheetFile'
  | 'codingFile'
  | 'commentCase'
  | 'commentKind'
  | 'commentCoders'
  | 'codingMap'
  | 'codingCoder'
  | 'codingCodebook'
  | 'codingWithoutText'
  | 'minScore'
  | 'codingDryRun'
  | 'codingSkipBad'
  | 'what'
  | 'sheetOut'
  | 'exportCases'
  | 'sheetCoder'
  | 'sheetView'
  | 'recipeAction'
  | 'recipeFile'
  | 'recipeOut'
  | 'kinds'
  | 'newInRecipe'
  | 'recipeDryRun'
  | 'recipeSkipBad'
  | 'share'
  | 'reserveUnit'
  | 'reportedBatch'
  | 'topRange'
  | 'tagName'
  | 'otherTag'
  | 'listTags'
  | 'listedDecisions'
  | 'reservedCases'
  | 'ofCoder'
  | 'hide-names'
  | 'attendees'
  | 'why'
  | 'sample'
  | 'seed'
  | 'newInSheet'
  | 'sheetDryRun'
  | 'sheetSkipBad'
  | 'overlap'
  | 'stratify'
  | 'again'
  | 'after'
  | 'sheets'
  | 'workOut'
  | 'round'
  | 'otherProject'
  | 'coder-map'
  | 'settle'
  | 'conflicts'
  | 'settled'
  | 'joinDryRun'
  | 'db'
  | 'action'
  | 'codebookFile'
  | 'otherCodebook'
  | 'outFile'
  | 'against'
  | 'gold'
  | 'codes'
  | 'explain'
  | 'json'
  | 'lang'
  | 'quiet'
  | 'attributes'
  | 'batch'
  | 'include-regions'
  | 'exclude-regions'
  | 'regions'
  | 'skip-bad'
  | 'without-text'
  | 'clean-steps'
  | 'without-steps'
  | 'simplify'
  | 'encoding'
  | 'limit'
  | 'text-column'
  | 'title-column'
  | 'id-column'
  | 'attribute-type'
  | 'dry-run'
  | 'diff'
  | 'manifest'
  | 'attribute-list'
  | 'profile'
  | 'min-frequency'
  | 'max-length'
  | 'workers'
  | 'by'
  | 'top'
  | 'restat'
  | 'rules'
  | 'codebook'
  | 'out'
  | 'coder'
  | 'status'
  | 'format'
  | 'weight'
  | 'unit'
  | 'rows'
  | 'level'
  | 'codebooks'
  | 'reason'
  | 'group'
  | 'case'
  | 'quote'
  | 'clean'
  | 'counts'
  | 'idf'
  | 'user-words'
  | 'stop-words'
  | 'reject-words'
  | 'coders'
  | 'codebook-version'
  | 'agreeUnit'
  | 'agreeLevel'
  | 'all'
  | 'from'
  | 'resamples'
  | 'saturationForm'
  | 'saturationLevel'
  | 'order'
  | 'base'
  | 'run'
  | 'runs'
  | 'provenanceOut'
  | 'provenanceFolder'
  | 'checklist'
  | 'verifyFirst'
  | 'hideCoders'
  | 'force';
