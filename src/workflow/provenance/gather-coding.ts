import { type Codebook, GROWING } from '../../model/codebook.js';
import { isApart } from '../../model/coder-round.js';
import type { Framework } from '../../model/framework.js';
import type { CodebookFacts, CodingFacts } from '../../model/provenance/facts.js';
import type { CodingRow, MatrixRow } from '../../model/table-rows.js';
import type { TableSource } from '../../model/table-source.js';
import { readCodedPassages } from '../../project/coded-passages.js';
import type { ReadContext } from '../../project/context.js';
import { countCoded } from '../../project/count-coded.js';
import { handKeywords } from '../../project/hand-coding/hand-keywords.js';
import { projectForm } from '../../project/project-form.js';
import { parseCodebook } from '../../sources/load-codebook.js';
import { mergeEvidence } from '../../stages/tabulate/merge-evidence.js';
import { readAllDone } from '../../store/case-done-table.js';
import { currentVersions } from '../../store/case-table.js';
import { readContents } from '../../store/content-table.js';
import { decisionsAfterSuggestion, decisionsInBulk, type LogEntry } from '../../store/decision-log.js';
import { countAssignedInBulk } from '../../store/mapping-table.js';
import { readPassageJudgements } from '../../store/passage-verdict-table.js';
import { sumReferences } from '../../store/reference-count-table.js';
import type { Store } from '../../store/store.js';
import { listRevisit } from '../list-revisit.js';
import { makeTable, makeTables } from '../make-table.js';
import type { CodedCases } from './gather-cases.js';

/** What is coded, and in which cases. */
export interface GatheredCoding {
  readonly codebook: CodebookFacts;
  readonly coding: CodingFacts;
  readonly cases: CodedCases;
}

/** Counts codes, codings and who confirmed them, as the tables of the project count them. */
export function gatherCoding(
  context: ReadContext,
  framework: Framework,
  log: readonly LogEntry[],
): GatheredCoding {
  const { store } = context;
  const { codebook } = framework;
  const [coding, matrix] = [...makeTables(context, ['coding', 'matrix'])];
  const confirmed = makeTable(context, { name: 'matrix', status: 'confirmed' });
  const rows = withCounts(matrix?.rows as readonly MatrixRow[]);
  const source = (coding as { source: TableSource }).source;
  const codes = (coding?.rows ?? []) as readonly CodingRow[];
  return {
    codebook: describeCodebook(store, codebook, codes, log),
    coding: {
      assignments: rows.reduce((sum, one) => sum + one.assignments, 0),
      references: rows.reduce((sum, one) => sum + one.references, 0),
      wholeCases: source.wholeCases,
      ...whoConfirmed(store, framework, source),
      contested: source.contested,
      toRevisit: listRevisit(store, framework).length,
      afterSuggestion: decisionsAfterSuggestion(store).size,
    },
    cases: {
      all: casesOf(rows),
      byPeople: casesOf(withCounts(confirmed.rows as readonly MatrixRow[])),
      done: new Set(
        readAllDone(store).flatMap(({ caseId, codebookId, coder }) =>
          codebookId === codebook.id && !isApart(coder) ? [caseId] : [],
        ),
      ),
    },
  };
}

const withCounts = (rows: readonly MatrixRow[]) =>
  rows.filter(({ assignments, references }) => assignments + references > 0);
const casesOf = (rows: readonly MatrixRow[]) => new Set(rows.map(({ caseId }) => caseId));

/** The codebook, the versions of its file that were applied, and how often people decided about its codes. */
export function describeCodebook(
  store: Store,
  { id, title, version, levels, codes }: Codebook,
  rows: readonly CodingRow[],
  log: readonly LogEntry[],
): CodebookFacts {
  const used = new Set(rows.flatMap(({ codeId, cases }) => (cases > 0 ? [codeId] : [])));
  const versions = readContents(store, 'codebook')
    .map(({ name, text }) => parseCodebook(name, text, projectForm(store)).framework.codebook)
    .flatMap((one) => (one.id === id ? [one.version] : []));
  const known = levels.map(({ id: level, name }) => {
    const own = codes.filter((code) => code.level === level);
    return { name, codes: own.length, used: own.filter((code) => used.has(code.id)).length };
  });
  const first = known.findIndex((level) => level.codes > 0);
  return {
    isGiven: id !== GROWING.id,
    title,
    version,
    levels: known.slice(Math.max(0, first)),
    changes: log.filter(
      ({ target }) => (target.type === 'code' || target.type === 'level') && target.codebookId === id,
    ).length,
    versions: [...new Set(versions)],
  };
}

/** Tells what people confirmed one by one from what they confirmed with others at once. */
function whoConfirmed(
  store: Store,
  framework: Framework,
  { confirmed }: TableSource,
): Pick<CodingFacts, 'codings' | 'confirmed' | 'oneByOne' | 'bulk' | 'rejected' | 'counterEvidence'> {
  const { id } = framework.codebook;
  const current = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  const { judged, count } = countCoded(store, id);
  const here = readCodedPassages(store, id, [...judged.keys()]).filter(
    ({ caseId, version, status }) => status !== 'rejected' && current.get(caseId) === version,
  );
  const ofPeople = here.filter(({ status }) => status === 'confirmed');
  const inBulk = decisionsInBulk(store, new Set(ofPeople.flatMap(({ decisionId }) => decisionId ?? [])));
  const references = mergeEvidence(ofPeople.filter(({ origin }) => origin !== 'keyword'));
  const bulk =
    countAssignedInBulk(store, id) +
    references.filter(({ decisionIds }) => decisionIds.every((one) => inBulk.has(one))).length +
    handKeywords(
      ofPeople.filter(({ decisionId }) => decisionId !== null && inBulk.has(decisionId)),
      framework,
    ).length;
  const contradicting = mergeEvidence(here.filter(({ polarity }) => polarity === 'contradicts')).length;
  const supporting = count().reduce((sum, one) => sum + (current.has(one.caseId) ? one.references : 0), 0);
  return {
    codings: confirmed.of,
    confirmed: confirmed.count,
    oneByOne: confirmed.count - bulk,
    bulk,
    rejected: readPassageJudgements(store, id).filter(
      ({ verdict, caseId }) => verdict.says === 'reject' && !isApart(verdict.coder) && current.has(caseId),
    ).length,
    counterEvidence: contradicting + sumReferences(store, id, { without: [...judged.keys()] }) - supporting,
  };
}
