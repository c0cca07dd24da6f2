import { writeCsvRows } from '../../formats/csv.js';
import { type Graph, writeGexf } from '../../formats/gexf.js';
import { writeDl } from '../../formats/ucinet-dl.js';
import { type SheetToWrite, writeXlsx } from '../../formats/xlsx-write.js';
import { type CodeNetwork, networkMeasures } from '../../model/code-network.js';
import type { Language } from '../../model/language.js';
import { networkWords } from '../../report/datasets/network-words.js';
import { uniqueNames } from '../../report/datasets/unique-names.js';
import { headOfField, nameOfLevel } from '../../report/datasets/variable-heads.js';
import { networkMatrix } from '../../stages/tabulate/network-matrices.js';
import { quantise } from '../../text/quantise.js';
import type { FileToWrite } from '../write-files.js';
import type { FileFormat, FolderFormat } from './export-format.js';
import { type DescribedNetwork, readNetwork } from './read-network.js';

/** How wide columns are, in characters. */
const [LABELS, NUMBERS] = [24, 10];

/** `cooccurrence`: a folder with square matrices of codes, each as CSV, Ucinet DL and a sheet of a workbook, and what they count. */
export const cooccurrenceFormat: FolderFormat = {
  extension: null,
  write: async function* (dataset): AsyncGenerator<FileToWrite> {
    const { network, caption } = readNetwork(dataset);
    const { title, matrices, codes } = networkWords[dataset.language];
    const labels = uniqueNames(network.codes.map(({ label }) => label));
    const heads = [headOfField('code', dataset.language), ...labels];
    const columns = heads.map((head, at) => ({ head, width: at === 0 ? LABELS : NUMBERS }));
    const sheets: SheetToWrite[] = [];
    for (const measure of networkMeasures) {
      const matrix = networkMatrix(network, measure);
      const rows = matrix.map((row, at) => [labels[at] as string, ...row]);
      yield { name: `${measure}.csv`, pieces: [`\ufeff${writeCsvRows([heads, ...rows])}`] };
      yield { name: `${measure}.dl`, pieces: [writeDl(labels, matrix)] };
      sheets.push({ name: measure, columns, rows });
    }
    yield { name: 'matrices.xlsx', pieces: [await writeXlsx(...sheets)] };
    const said = networkMeasures.map((measure) => `- \`${measure}\` ${matrices[measure]}\n`).join('');
    yield { name: 'matrices.md', pieces: [`# ${title}\n\n${said}\n${codes}\n\n${caption}\n`] };
  },
};

/** `gexf`: the network of codes for Gephi and networkx. */
export const gexfFormat: FileFormat = {
  extension: 'gexf',
  write: function* (dataset) {
    yield writeGexf(graphOf(readNetwork(dataset), dataset.language));
  },
};

function graphOf({ network, levels, caption }: DescribedNetwork, language: Language): Graph {
  const units = new Map(network.codes.map((code) => [code.id, code.units]));
  const degrees = degreesOf(network);
  return {
    description: caption,
    nodes: network.codes.map(({ id, label, level, top, cases, references, units: own }) => ({
      id,
      label,
      values: {
        level: nameOfLevel(levels, level, language),
        top,
        cases,
        references,
        units: own,
        degree: degrees.get(id)?.degree ?? 0,
        weightedDegree: degrees.get(id)?.weighted ?? 0,
      },
    })),
    edges: network.pairs.map(({ from, to, units: shared, cases }) => ({
      source: from,
      target: to,
      weight: shared,
      values: {
        sharedCases: cases,
        jaccard: quantise(shared / ((units.get(from) ?? 0) + (units.get(to) ?? 0) - shared)),
      },
    })),
  };
}

/** How many other codes each code meets, and in how many units. */
function degreesOf({ pairs }: CodeNetwork) {
  const degrees = new Map<string, { degree: number; weighted: number }>();
  for (const { from, to, units } of pairs) {
    for (const id of [from, to]) {
      const { degree, weighted } = degrees.get(id) ?? { degree: 0, weighted: 0 };
      degrees.set(id, { degree: degree + 1, weighted: weighted + units });
    }
  }
  return degrees;
}
