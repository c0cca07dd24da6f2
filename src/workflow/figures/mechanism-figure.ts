import { UserError } from '../../errors.js';
import { paradigmParts } from '../../model/paradigm.js';
import type { RelationRow } from '../../model/table-rows.js';
import { codebookToDecide } from '../../project/find-code.js';
import { figureTable } from '../../report/figures/figure-table.js';
import { drawMechanism } from '../../report/figures/mechanism.js';
import { figureWords } from '../../report/figures/words.js';
import { listTheory } from '../list-relations.js';
import { codeLabels } from './code-labels.js';
import type { DrawFigure } from './figure-request.js';
import { describeCodebook } from './figure-source.js';

/** More codes than this are no mechanism that anybody can read. */
const MOST_CODES = 40;

/** `mechanism`: the relations of codes as arrows. */
export const mechanismFigure: DrawFigure = ({ store, request, language, width }) => {
  const { name } = request;
  const { codebook } = codebookToDecide(store, 'figure', request.codebook);
  const { relations } = listTheory({ store }, { codebook: request.codebook });
  if (relations.length === 0) throw new UserError('figure/no-relations', {});
  const label = codeLabels(codebook.codes, language);
  const ids = new Set(relations.flatMap(({ fromId, toId }) => [fromId, toId]));
  const codes = codebook.codes.filter(({ id }) => ids.has(id));
  if (codes.length > MOST_CODES) {
    throw new UserError('figure/too-many-codes', { figure: name, codes: codes.length, most: MOST_CODES });
  }
  const rows = relations.map((row) => ({
    from: label(row.fromId, row.from),
    fromId: row.fromId,
    relation: language === 'en' ? inEnglish(row) : row.relation,
    to: label(row.toId, row.to),
    toId: row.toId,
  }));
  const nodes = codes.map(({ id, label: named }) => ({
    id,
    label: named[language],
    isCore: id === codebook.theory?.core,
  }));
  const arrows = rows.map(({ fromId, toId, relation }) => ({ from: fromId, to: toId, label: relation }));
  const hasCore = nodes.some(({ isCore }) => isCore);
  return {
    drawing: drawMechanism(nodes, arrows, width),
    table: figureTable(['from', 'fromId', 'relation', 'to', 'toId'], rows, language),
    caption: [
      figureWords(language).mechanism({ codes: nodes.length, relations: rows.length, hasCore }),
      describeCodebook(codebook, language),
    ],
  };
};

const inEnglish = ({ relation }: RelationRow) =>
  (paradigmParts as Readonly<Record<string, string>>)[relation] ?? relation;
