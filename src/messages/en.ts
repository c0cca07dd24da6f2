import { englishRegionNames } from '../model/counted-regions.js';
import { english } from '../text/english.js';
import { agreementWords } from './agreement-en.js';
import { batchWords } from './batch-en.js';
import { commands } from './commands-en.js';
import { errors } from './errors-en.js';
import { exportWords } from './export-en.js';
import { figureWords } from './figure-en.js';
import type { Messages } from './messages.js';
import { options } from './options-en.js';
import { problems } from './problems-en.js';
import { provenanceWords } from './provenance-en.js';
import { pseudonymWords } from './pseudonyms-en.js';
import { reports } from './reports-en.js';
import { reserveWords } from './reserve-en.js';
import { saturationWords } from './saturation-en.js';
import { sensitivityWords } from './sensitivity-en.js';
import { serveWords } from './serve-en.js';
import { sparkWords } from './spark-en.js';
import { tagWords } from './tag-en.js';
import { verifyWords } from './verify-en.js';

/** What the program says in English. */
export const en: Messages = {
  errors,
  problems,
  commands,
  options,
  steps: {
    import: 'importing (kB)',
    segment: 'segmenting',
    discover: 'discovering words',
    save: 'saving',
    code: 'coding',
    verify: 'checking',
    parts: 'parts in Spark',
  },
  reports,
  agreement: agreementWords,
  saturation: saturationWords,
  verify: verifyWords,
  export: exportWords,
  spark: sparkWords,
  figure: figureWords,
  serve: serveWords,
  provenance: provenanceWords,
  pseudonyms: pseudonymWords,
  reserve: reserveWords,
  tag: tagWords,
  batch: batchWords,
  sensitivity: sensitivityWords,
  columns: {
    split: ['title', 'characters', 'begins with', 'place'],
    rehearsed: ['id', 'outcome', 'characters', 'clean', 'steps'],
    regions: ['region', 'number', 'characters', 'share', 'counted'],
    caseRegions: ['region', 'counted', 'paragraphs', 'characters', 'speaker', 'begins'],
    manifest: [
      'id',
      'file',
      'sha256',
      'format',
      'encoding',
      'pages without text',
      'batch',
      'characters',
      'clean',
      'steps',
    ],
    attributes: ['attribute', 'type', 'given', 'cases', 'distinct', 'misfits'],
  },
  stages: {},
  runOptions: {},
  cleaningSteps: {},
  regionNames: englishRegionNames,
  settingValue: (_, value) => value,
  outcomes: { added: 'new', changed: 'changed', unchanged: 'unchanged' },
  demo: {
    steps: ['cases', 'candidates', 'case × keyword pairs', 'core keywords'],
    references: 'references',
    keywordsOf: (group) => `Keywords of ${group} (as in Table 2 of the model study)`,
    mostFrequent: 'The ten most frequent core keywords',
    walkBack: (code, references, cases, others) =>
      english`One number walked back: "${code}" has ${references} references in ${cases} cases${
        others > 0
          ? `, and in ${others} other ${others === 1 ? 'case' : 'cases'} only keywords merged into it`
          : ''
      }. The sentences of the references:`,
    next: 'Next: zhagen tables coding --db zhagen-demo.db',
  },
  heads: {
    cases: ['id', 'title', 'characters', 'batch', 'attributes', 'state'],
    runs: ['id', 'time', 'stage', 'cases', 'seconds', 'options'],
    accuracy: ['code', 'hits', 'falseAlarms', 'misses', 'precision', 'recall', 'f1'],
    settings: ['setting', 'value'],
    coders: ['coder', 'GUID', 'given'],
    history: ['time', 'coder', 'decision', 'group', 'reason', 'id'],
  },
  usage: {
    needsCommand: 'Name a command.',
    missingArgument: 'Something is missing after the command.',
    unknownCommand: (name, near) => `There is no command "${name}".${near ? ` Did you mean: ${near}?` : ''}`,
    needsValue: (name) => `${name}: has no value.`,
    givenTwice: (name) => `${name}: can be given once only.`,
    atLeast: (name, least) => `--${name}: must be a whole number, ${least} or more.`,
    codedFiles:
      'Files are coded without a project: --explain, --dry-run, --view and --coder go with zhagen code alone.',
    viewOfCoding: '--view and --coder go with --explain. Coding follows what is settled of all coders.',
    tooManyCodes: (given) => `zhagen compare takes one or two codes, not ${given}.`,
    needsCodebook: (action) =>
      `zhagen codebook ${action} needs a codebook: a file, or the name of a shipped one (zhagen codebook list).`,
    needsOut: (format) => `The format ${format} is not text. Name a file for it: --out codebook.${format}`,
    coderGuid:
      'Name the coder and the GUID: zhagen coders NAME --guid GUID. Without both, the coders are listed.',
    relate:
      'zhagen relate takes a code with --to and --as, a code with --core, --storyline "…", or --list; one of them at a time.',
    memo: {
      add: 'zhagen memo add takes one text and what it is on, such as: zhagen memo add "…" --on project',
      edit: 'zhagen memo edit takes the id of a memo and its new text, such as: zhagen memo edit 3f9a0c12 "…"',
      delete: 'zhagen memo delete takes the id of a memo, such as: zhagen memo delete 3f9a0c12',
    },
    needsCase: (action) => `zhagen cases ${action} needs the id of a case. List them: zhagen cases`,
    oneCase: (action) => `zhagen cases ${action} takes one case at a time.`,
    needsOption: (option) => `Give the option ${option}.`,
    notTogether: (one, other) => `${one} and ${other} cannot be given together.`,
    see: (command) => `See: zhagen ${command}--help`,
    example: 'Example: zhagen run cases/ --attributes cases.csv --by province --out tables/',
  },
  parser: {},
  bug: 'This is a bug in zhagen. Please report it with the lines above.',
  more: {
    problems: (count, places, isCut) =>
      `and ${count} more like these: ${places.join(', ')}${isCut ? ' …' : ''}`,
    characters: (count) => english`… (${count} characters more)`,
  },
  systemReasons: {
    EBUSY: 'another program has it open; close it there first',
    EPERM: 'not permitted, or another program has it open',
  },
};
