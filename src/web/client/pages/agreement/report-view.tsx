import type { AgreementTable, DescribedAgreement } from '../../../../messages/agreement-tables.js';
import { agreementWords } from '../../../../messages/web/agreement.js';
import type { AgreementUnit } from '../../../../project/agreement-report.js';
import type { CoderTally } from '../../../../workflow/tally-coders.js';
import { Fetched } from '../../components/fetched.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { named, useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { CoderTable } from './coder-table.js';
import { SortableTable } from './sortable-table.js';

/** Tables that are open from the beginning; the others may be long and are opened on request. */
const OPEN: readonly AgreementTable['name'][] = ['pooled', 'pairs', 'codes'];

/** Who coded what, and how far those who are chosen agree. */
export function ReportView() {
  const { query, change } = useAddress();
  const tally = useResource('coders', (sending) => api.agreement.coders.$get({}, sending));
  return (
    <Fetched {...tally}>
      {(coders: CoderTally[]) => {
        const chosen = chosenCoders(coders, query.get('coders'));
        return (
          <>
            {coders.length > 0 && (
              <CoderTable
                coders={coders}
                chosen={chosen}
                onChoose={(names) => change({ coders: names.join(','), sort: '' })}
              />
            )}
            {chosen.length < 2 ? <NextSteps /> : <Report coders={chosen} />}
          </>
        );
      }}
    </Fetched>
  );
}

/** Those that the address names, else all who coded anything in the formal round. */
function chosenCoders(coders: readonly CoderTally[], named: string | null): readonly string[] {
  if (named !== null) return named.split(',');
  return coders
    .filter((one) => !one.isApart && one.coded + one.reviewed + one.words + one.casesDone > 0)
    .map(({ coder }) => coder);
}

/** What to do where there is nothing to compare yet. */
function NextSteps({ problem }: { readonly problem?: string }) {
  const say = useWords(agreementWords);
  return (
    <section class="panel agreement-steps">
      <p>{problem ?? say.alone}</p>
      <ol>
        {say.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function Report({ coders }: { readonly coders: readonly string[] }) {
  const say = useWords(agreementWords);
  const { query, change } = useAddress();
  const unit = query.get('unit') ?? '';
  const all = query.get('all') === '1';
  const asked = {
    coders: coders.join(','),
    ...(unit !== '' && { unit: unit as AgreementUnit }),
    ...(all && { all: '1' as const }),
  };
  const report = useResource(`agreement ${JSON.stringify(asked)}`, (sending) =>
    api.agreement.report.$get({ query: asked }, sending),
  );
  return (
    <>
      <div class="row">
        <label>
          {say.unit}{' '}
          <select value={unit} onChange={({ currentTarget }) => change({ unit: currentTarget.value })}>
            {Object.entries(say.units).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={all}
            onChange={({ currentTarget }) => change({ all: currentTarget.checked ? '1' : '' })}
          />{' '}
          {say.all}
        </label>
      </div>
      {report.error !== null ? (
        <NextSteps problem={report.error} />
      ) : (
        <Fetched {...report}>
          {({ about, remarks, tables, leftOut }: DescribedAgreement) => (
            <>
              <ul class="agreement-lines muted">
                {about.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              {tables.map((table) => (
                <details key={table.name} class="agreement-part" open={OPEN.includes(table.name)}>
                  <summary>
                    {table.title} <span class="muted">{say.rows(table.cells.length)}</span>
                  </summary>
                  <SortableTable table={table} />
                </details>
              ))}
              <ul class="agreement-lines muted">
                {[...remarks, ...leftOut.lines.map((line) => named(leftOut.title, line))].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </Fetched>
      )}
    </>
  );
}
