import type { CaseFile } from '../../model/case-file.js';
import { defaultSteps } from '../../model/cleaning-step.js';
import { openCaseBuilder } from '../../stages/import/build-cases.js';
import { cleanSections } from '../../stages/normalize/clean-sections.js';
import { groupBy } from '../../text/group-by.js';
import type { Context } from '../context.js';
import { openImportLog } from '../import-log.js';
import { recordRun } from '../record-run.js';
import type { FiledCase } from './filed-cases.js';

/** Adds cases of an exchanged project, inside the transaction of an import. */
export async function addFiledCases(
  context: Context,
  cases: readonly FiledCase[],
  attributesOf: (one: FiledCase) => Readonly<Record<string, string>>,
  { source, file }: { readonly source: string; readonly file: CaseFile },
): Promise<void> {
  const started = context.now();
  const log = openImportLog(context.store, null);
  for (const [batch, same] of groupBy(cases, (one) => one.batch)) {
    const builder = openCaseBuilder(null, [source], { batch });
    for (const one of same) {
      const record = {
        id: one.id,
        text: one.text ?? '',
        ...(one.title !== undefined && { title: one.title }),
        ...((one.text ?? '').trim() === '' && { isWithoutText: true as const, text: '' }),
        attributes: attributesOf(one),
        source: `${source}#${one.id}`,
      };
      const sections = cleanSections(record, defaultSteps, async () => {});
      await log.save(builder.build(record), file, sections, null);
    }
  }
  const saved = log.close().cases.map(({ id, version }) => ({ caseId: id, version }));
  recordRun(context, {
    stage: 'import',
    options: { steps: defaultSteps },
    inputs: {},
    cases: saved,
    started,
  });
}
