// The layers of docs/architecture.md as rules: cli | web → messages → workflow → project → engine → sources → stages | store |
// report | formats → text → model.
// Paths that a rule allows are named in `pathNot`; everything else that `path` matches is an error.

const installed = (name) => `(^|/)node_modules/${name}(/|$)|^${name}(/|$)`;
const FILE_ACCESS = '^(node:)?fs(/promises)?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'The data walks one way. Two files that need each other are one file, or share a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere fails only when it is run, perhaps on a user’s machine.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment:
        'What src imports must be a dependency of ours: development tools and packages that others happen to bring are absent after installation.',
      severity: 'error',
      // The page is built into one file with all that it needs.
      from: { path: '^src/', pathNot: '^src/web/client/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-stands-alone',
      comment: 'Only src is shipped: it must not lean on tests or scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'model-sees-model',
      comment: 'The nouns are the ground: everybody knows them, they know nobody.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'errors-see-nouns',
      comment: 'UserError is a code and its parameters; its words are made at the edge, per language.',
      severity: 'error',
      from: { path: '^src/errors\\.ts$' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'project-is-derived',
      comment:
        'What is in force follows from the store, by the stages, from files as the sources read them; it knows no verb.',
      severity: 'error',
      from: { path: '^src/project/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(project|engine|sources|stages|store|formats|text|model)/|^src/(errors|paths|temporary-folder)\\.ts$',
      },
    },
    {
      name: 'engine-runs-stages',
      comment:
        'The engine runs stages over many texts and knows no project: what it gives is the same for any caller.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(engine|sources|stages|formats|text|model)/|^src/(errors|paths|temporary-folder)\\.ts$',
      },
    },
    {
      name: 'sources-read-files',
      comment: 'A file is read the same whichever project it is for.',
      severity: 'error',
      from: { path: '^src/sources/' },
      to: {
        path: '^src/',
        pathNot: '^src/(sources|stages|formats|text|model)/|^src/(errors|paths|temporary-folder)\\.ts$',
      },
    },
    {
      name: 'messages-are-words',
      comment:
        'Command line and browser say the same: words know what the verbs return, and nothing of the edge.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: {
        path: '^src/',
        pathNot: '^src/(messages|text|model)/|^src/(errors|paths|temporary-folder)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'messages-know-types-of-verbs',
      comment:
        'What a verb returns is described by its type; the verb itself is never run by its description.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(messages|workflow|project|sources|text|model)/|^src/(errors|paths|temporary-folder)\\.ts$',
      },
    },
    {
      name: 'text-sees-model',
      comment: 'What every room may use on strings must not know the rooms.',
      severity: 'error',
      from: { path: '^src/text/' },
      to: { path: '^src/', pathNot: '^src/(text|model)/|^src/(errors|paths|temporary-folder)\\.ts$' },
    },
    {
      name: 'rooms-know-their-ground-only',
      comment:
        'Stages, store, report and formats never see each other, nor anything above: workflow brings them together.',
      severity: 'error',
      from: { path: '^src/(stages|store|report|formats)/' },
      to: {
        path: '^src/',
        pathNot: '^src/($1|text|model)/|^src/(errors|paths|locked-files|temporary-folder)\\.ts$',
      },
    },
    {
      name: 'no-stage-sees-a-stage',
      comment: 'Stages compose as plain calls in workflow; what two of them need lies in text or model.',
      severity: 'error',
      from: { path: '^src/stages/([^/]+)/' },
      to: { path: '^src/stages/', pathNot: '^src/stages/$1/' },
    },
    {
      name: 'workflow-below-the-edge',
      comment: 'A verb must run the same from the command line, the browser and a program.',
      severity: 'error',
      from: { path: '^src/workflow/' },
      to: { path: '^src/(cli|web|messages)/' },
    },
    {
      name: 'edge-calls-workflow',
      comment:
        'A command or a route parses, makes one call to workflow and shows the result: the work itself is never written there.',
      severity: 'error',
      from: { path: '^src/(cli|web)/' },
      to: { path: '^src/(engine|stages|store|report|formats)/' },
    },
    {
      name: 'web-without-cli',
      comment: 'The command line starts the server, never the other way round.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'plans-are-pure',
      comment:
        'What a statement leaves in force follows from the statement and the state: plans ask the state, never the store.',
      severity: 'error',
      from: { path: '^src/project/plan-(code-|keyword-|reviews)' },
      to: { path: '^src/(store|sources)/' },
    },
    {
      name: 'page-stands-alone',
      comment:
        'The page runs in the browser: of the program it knows words, plain functions on text and the nouns; of the rest the types alone.',
      severity: 'error',
      from: { path: '^src/web/client/' },
      to: {
        path: '^src/',
        pathNot: '^src/(web/client|messages/web|text|model)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'index-shows-the-inside',
      comment:
        'The public API is the nouns, the stages, the verbs, the formats, the engine and the error; SQL, terminal and browser stay private.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: {
        path: '^src/',
        pathNot: '^src/(model|stages|workflow|project|formats)/|^src/(engine/engine|errors)\\.ts$',
      },
    },
    {
      name: 'index-is-for-outsiders',
      comment: 'Inside, one imports the file itself; the way round through the index hides who knows whom.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'nodejieba-in-one-file',
      comment:
        'nodejieba aborts the process on a missing dictionary and takes 245 MB: one file guards it, the segmenter is passed in.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/stages/segment/load-jieba\\.ts$' },
      to: { path: installed('nodejieba') },
    },
    {
      name: 'sqlite-in-store',
      comment: 'All SQL is in store, so that transactions, pragmas and migrations have one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: installed('better-sqlite3') },
    },
    {
      name: 'files-at-the-border',
      comment:
        'Everything else is pure and can be tested and rerun without a disk. Exceptions: the paths of jieba’s dictionaries, the files of the page.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/(sources|engine|workflow|store)/|^src/(stages/segment/load-jieba|web/assets|locked-files|temporary-folder)\\.ts$',
      },
      to: { path: FILE_ACCESS },
    },
    {
      name: 'counted-text-for-numbers',
      comment:
        'What is mined, coded and counted is one text, store/counted-text. The whole clean text is for what saves, shows, numbers or quotes it, or asks how it was cleaned.',
      severity: 'error',
      from: {
        path: '^src/(workflow|project)/',
        pathNot:
          '^src/workflow/(concordance|show-cases|case-regions|read-case-text|preview-uploaded)\\.ts$|^src/project/(import-log|count-regions|passage-numbers|recognise-regions|left-out-passages|read-decision-state|project-form|find-quote|hand-coding/(locate-quotes|headings-of)|pseudonyms/(copy-texts|find-in-cases))\\.ts$',
      },
      to: { path: '^src/store/normalized-text-table\\.ts$' },
    },
    {
      name: 'natural-by-subpath',
      comment:
        'The root of natural takes 790 ms, prints on stdout and loads .env: import natural/lib/natural/<part>/index.js.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/natural/lib/natural/index\\.js$|^natural$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
