import type { CaseFile } from '../../model/case-file.js';
import { defaultSteps } from '../../model/cleaning-step.js';
import { openCaseBuilder } from '../../stages/import/build-cases.js';
import { openCleaning } from '../../stages/normalize/normalize-text.js';
import type { Context } from '../context.js';
import { openImportLog } from '../import-log.js';
import { recordRun } from '../record-run.js';

/** Adds cases without text, inside the transaction of an import. */
export async function addBareCases(
  context: Context,
  ids: readonly string[],
  source: string,
  file: CaseFile,
): Promise<void> {
  const started = context.now();
  const builder = openCaseBuilder(null, [source], { batch: '1' });
  const log = openImportLog(context.store, null);
  for (const id of ids) {
    const one = builder.build({
      id,
      text: '',
      isWithoutText: true,
      attributes: {},
      source: `${source}#${id}`,
    });
    await log.save(one, file, cleanNothing(), null);
  }
  const cases = log.close().cases.map(({ id, version }) => ({ caseId: id, version }));
  recordRun(context, {
    stage: 'import',
    options: { batch: '1', steps: defaultSteps },
    inputs: {},
    cases,
    started,
  });
}

async function* cleanNothing() {
  yield openCleaning({ steps: defaultSteps }).end();
}
