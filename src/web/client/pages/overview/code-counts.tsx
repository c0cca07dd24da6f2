import { overviewWords } from '../../../../messages/web/overview.js';
import type { UpperCode } from '../../../../workflow/project-overview.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { Count, writeShare } from './count.js';

/** The codes of the upper levels with 案例数 and 参考点数 alone; other columns on request. */
export function CodeCounts({
  cases,
  codes,
}: {
  readonly cases: number;
  readonly codes: readonly UpperCode[];
}) {
  const say = useWords(overviewWords);
  const { query, route } = useAddress();
  const hasMore = query.get('columns') === 'all';
  if (codes.length === 0) return <p class="panel note">{say.noCodes}</p>;
  return (
    <section class="panel overview-codes" aria-labelledby="overview-codes">
      <div class="row">
        <h2 id="overview-codes">{say.codes}</h2>
        <span class="space" />
        <button
          type="button"
          aria-pressed={hasMore}
          onClick={() => route(hasMore ? '/' : '/?columns=all', true)}
        >
          {say.more}
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <th>{say.code}</th>
            <th class="number">{say.caseCount}</th>
            <th class="number">{say.references}</th>
            {hasMore && (
              <>
                <th class="number">{say.shareOfCases}</th>
                <th class="number">{say.assignments}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {codes.map((row) => (
            <tr key={row.codeId} data-depth={row.depth}>
              <th scope="row">{row.code}</th>
              <td class="number">
                <Count of={row.cases} />
              </td>
              <td class="number">
                <Count of={row.references} />
              </td>
              {hasMore && (
                <>
                  <td class="number">{writeShare(row.cases, cases)}</td>
                  <td class="number">
                    <Count of={row.assignments} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
