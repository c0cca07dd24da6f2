import { writeCodebookCsv } from '../../formats/codebook-csv.js';
import { writeCodebookYaml } from '../../formats/codebook-yaml.js';
import { writeCsv } from '../../formats/csv.js';
import type { Codebook } from '../../model/codebook.js';
import type { Decision } from '../../model/decisions/decision.js';
import { objectOf, subjectOf } from '../../model/decisions/describe-decision.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import type { Context } from '../../project/context.js';
import { projectForm } from '../../project/project-form.js';
import { folderPage } from '../../report/methods/folder-page.js';
import { sayStatement } from '../../report/methods/render-methods.js';
import { parseCodebook } from '../../sources/load-codebook.js';
import { readContents } from '../../store/content-table.js';
import type { Store } from '../../store/store.js';
import { effectiveToWrite } from '../export-codebook.js';
import { listDecisions, listRuns } from '../list-history.js';
import type { Provenance, ProvenanceWithReports } from '../provenance.js';
import type { NameHider } from './hide-names.js';

/** A file of the folder for the reviewer. */
export interface ReviewerFile {
  readonly name: string;
  readonly content: string;
}

/** The files of the folder, in code point order of their names, without the list of their hashes. */
export function reviewerFiles(
  context: Context,
  { provenance, agreement, saturation, verification }: ProvenanceWithReports,
  { hideIn }: NameHider,
): ReviewerFile[] {
  const json = (name: string, value: unknown): ReviewerFile[] =>
    value === null ? [] : [{ name, content: `${JSON.stringify(hideIn(value), null, 1)}\n` }];
  const files = [
    { name: 'methods.md', content: provenance.markdown },
    { name: 'facts.csv', content: factsCsv(provenance) },
    ...codebookFiles(context.store),
    ...json(
      'runs.json',
      listRuns(context).map(({ milliseconds: _, ...run }) => run),
    ),
    { name: 'decisions.csv', content: decisionsCsv(listDecisions(context).map(hideIn)) },
    ...json('agreement.json', agreement),
    ...json('saturation.json', saturation),
    ...json('verify.json', verification),
    {
      name: 'hashes.txt',
      content: `state ${verification?.stateHash ?? '-'}\nlog ${verification?.logHash ?? '-'}\n`,
    },
  ];
  const page = {
    name: 'README.md',
    content: folderPage(
      files.map(({ name }) => name),
      provenance.language,
    ),
  };
  return [page, ...files].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Each value of the methods text, with the command that shows it. */
function factsCsv({ sections, language }: Provenance): string {
  const rows = sections.flatMap(({ name: section, parts }) =>
    parts.map((part) => {
      if (part.kind === 'gap') return { section, statement: `gap/${part.gap}` };
      return {
        section,
        statement: part.code,
        value: JSON.stringify(part.params),
        command: part.shownBy.join('; '),
        text: sayStatement(part, language).replaceAll('\n', ' '),
      };
    }),
  );
  return writeCsv(['section', 'statement', 'value', 'command', 'text'], rows);
}

/** Every version of a codebook that was applied, and the last one as it is in force with people's decisions. */
function codebookFiles(store: Store): ReviewerFile[] {
  const applied = readContents(store, 'codebook').map(
    ({ name, text }) => parseCodebook(name, text, projectForm(store)).framework.codebook,
  );
  const seen = new Map<string, number>();
  const files = applied.flatMap((codebook) => {
    const name = `${codebook.id}-${codebook.version}`.replaceAll(/[^\p{L}\p{N}._-]/gu, '_');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return bothFormats(`codebooks/${name}${count > 1 ? `-${count}` : ''}`, codebook);
  });
  const hasCodes = (codebookInForce(store)?.codebook.codes.length ?? 0) > 0;
  return hasCodes ? [...files, ...bothFormats('codebooks/in-force', effectiveToWrite(store))] : files;
}

const bothFormats = (name: string, codebook: Codebook): ReviewerFile[] => [
  { name: `${name}.yaml`, content: writeCodebookYaml(codebook) },
  { name: `${name}.csv`, content: writeCodebookCsv(codebook) },
];

const DECISION_COLUMNS = [
  'number',
  'id',
  'statement',
  'time',
  'coder',
  'kind',
  'about',
  'subject',
  'object',
  'reason',
  'bulk',
  'suggestionShown',
  'undoes',
] as const;

/** The log of decisions, first decision first, with the words that `zhagen history` describes them by. */
function decisionsCsv(decisions: readonly Decision[]): string {
  return writeCsv(
    DECISION_COLUMNS,
    decisions.map((decision, at) => ({
      number: at + 1,
      id: decision.id,
      statement: decision.statement,
      time: decision.time,
      coder: decision.coder,
      kind: decision.kind,
      about: decision.target.type,
      subject: subjectOf(decision),
      object: objectOf(decision.after),
      reason: decision.reason,
      bulk: Number(decision.isBulk),
      suggestionShown: Number(decision.suggestionShown),
      undoes: decision.undoes ?? '',
    })),
  );
}
