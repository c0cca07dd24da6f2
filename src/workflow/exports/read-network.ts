import type { CodeNetwork } from '../../model/code-network.js';
import type { TableSource } from '../../model/table-source.js';
import { chooseView } from '../../project/choose-view.js';
import { inView } from '../../project/in-view.js';
import { requireBatch } from '../../project/require-batch.js';
import { selectCoding } from '../../project/select-coding.js';
import { captionTable } from '../../report/caption-table.js';
import { tabulateCoding } from '../../stages/tabulate/tabulate-coding.js';
import { tabulateNetwork } from '../../stages/tabulate/tabulate-network.js';
import { requireFramework, sourceOf } from '../coded-tables.js';
import { unitsOf } from '../coded-units.js';
import { requireWindow } from '../table.js';
import type { Dataset } from './dataset.js';

/** The network of codes that a dataset is made of, and what it counts. */
export interface DescribedNetwork {
  readonly network: CodeNetwork;
  readonly levels: TableSource['codebooks'][number]['levels'];
  readonly caption: string;
}

/**
 * Reads which codes of a level meet, under the filter and view of a dataset.
 * @throws UserError tables/not-coded, tables/unknown-codebook, cases/unknown-batch, view/unknown,
 * tables/within-no-window, tables/unit-elsewhere
 */
export function readNetwork({ context: { store }, request, language }: Dataset): DescribedNetwork {
  requireBatch(store, request.batch);
  requireWindow(request);
  const view = chooseView(store, request);
  const name = 'cooccurrence';
  return inView(store, view, { depth: 'passages', codebooks: [request.codebook] }, () => {
    const selected = selectCoding(store, name, request);
    const { caseIds, evidence, assigned, references } = selected;
    const framework = requireFramework(store, name, selected.framework);
    return {
      network: tabulateNetwork(
        framework,
        tabulateCoding(framework, assigned(), references()),
        unitsOf(store, { ...request, name }, caseIds, evidence()),
        request.level,
      ),
      levels: framework.codebook.levels,
      caption: captionTable(name, sourceOf(store, { ...request, name }, [selected], view), language),
    };
  });
}
