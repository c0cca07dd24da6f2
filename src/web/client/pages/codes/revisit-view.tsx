import { useMemo, useRef } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import { theoryWords } from '../../../../messages/web/theory.js';
import type { RevisitRow } from '../../../../model/table-rows.js';
import { Fetched } from '../../components/fetched.js';
import { usePageKeys } from '../../components/key-sheet.js';
import { act } from '../../state/acts.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { focusBeside, focusStep } from '../compare/passage-focus.js';

/** Rows that are drawn; the table of that name has all. */
const SHOWN = 200;

const keyOf = ({ passage, coder }: RevisitRow) => `${passage} ${coder}`;
const caseOf = ({ caseId, passage }: RevisitRow) =>
  `/cases/${encodeURIComponent(caseId)}?${new URLSearchParams({ passage })}`;
/** What keeps a verdict when it is said again; an own coding that is confirmed stays one's own. */
const keeps = ({ verdict }: RevisitRow) => (verdict === 'reject' ? 'reject' : 'confirm');
const turns = (row: RevisitRow) => (keeps(row) === 'confirm' ? 'reject' : 'confirm');

/** The verdicts under which something changed since they were made: kept, changed, or looked at in their case. */
export function RevisitView({ codebook }: { readonly codebook: string }) {
  const say = useWords(theoryWords);
  const { query, change } = useAddress();
  const { data: project } = useResource('project', () => api.project.$get());
  const own = query.get('own') === '1' ? (project?.coder ?? null) : null;
  const asked = { codebook, ...(own !== null && { coder: own }) };
  const revisit = useResource(`revisit ${JSON.stringify(asked)}`, () =>
    api.codes.revisit.$get({ query: asked }),
  );
  return (
    <Fetched {...revisit}>
      {(rows: readonly RevisitRow[]) => (
        <div class="theory">
          <div class="row">
            <label>
              <input
                type="checkbox"
                checked={own !== null}
                onChange={({ currentTarget }) => change({ own: currentTarget.checked ? '1' : '' }, true)}
              />{' '}
              {say.mine}
            </label>
            <span class="muted">{rows.length === 0 ? say.noRevisit : say.countRevisit(rows.length)}</span>
            {rows.length > SHOWN && <a href="/tables/table/revisit">+ {rows.length - SHOWN}</a>}
          </div>
          {rows.length > 0 && (
            <Verdicts rows={rows.slice(0, SHOWN)} codebook={codebook} coder={project?.coder ?? ''} />
          )}
        </div>
      )}
    </Fetched>
  );
}

function Verdicts({
  rows,
  codebook,
  coder,
}: {
  readonly rows: readonly RevisitRow[];
  readonly codebook: string;
  readonly coder: string;
}) {
  const say = useWords(theoryWords);
  const { revisitWhy } = useWords(codesWords);
  const { route } = useAddress();
  const judge = (row: RevisitRow, says: 'confirm' | 'reject') => {
    if (row.coder !== coder) return;
    const { passage, caseId } = row;
    focusBeside(keyOf(row));
    void act(
      (seen) => api.codes.revisit.$post({ json: { seen, codebook, passage, caseId, says } }),
      says === keeps(row) ? say.kept : say.turned,
    );
  };
  const now = useRef({ rows, judge });
  now.current = { rows, judge };
  const keys = useMemo(() => {
    const focused = () =>
      now.current.rows.find((row) => keyOf(row) === document.activeElement?.getAttribute('data-passage'));
    const step = (by: 1 | -1) => () => {
      const row = focused();
      focusStep(row ? keyOf(row) : null, by);
    };
    const withRow = (work: (row: RevisitRow) => void) => () => {
      const row = focused();
      if (row) work(row);
    };
    return {
      j: step(1),
      k: step(-1),
      ArrowDown: step(1),
      ArrowUp: step(-1),
      c: withRow((row) => now.current.judge(row, keeps(row))),
      x: withRow((row) => now.current.judge(row, turns(row))),
      Enter: withRow((row) => route(caseOf(row))),
    };
  }, []);
  usePageKeys(keys, say.keys);
  return (
    <table class="theory-table">
      <thead>
        <tr>
          <th>{say.code}</th>
          <th>{say.judged}</th>
          <th>{say.changed}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-passage={keyOf(row)} tabIndex={0}>
            <td class="theory-short">
              <b>{row.code}</b>
              {row.judgedAs !== row.code && <span class="muted"> ← {row.judgedAs}</span>}
            </td>
            <td>
              {row.quote} <a href={caseOf(row)}>{row.caseId}</a>{' '}
              <span class="muted">
                {row.coder} {say.says[row.verdict]}
              </span>
            </td>
            <td class="theory-short">{revisitWhy[row.changed]}</td>
            <td class="theory-acts">
              {row.coder === coder && (
                <>
                  <button type="button" tabIndex={-1} onClick={() => judge(row, keeps(row))}>
                    {say.keep} <kbd>c</kbd>
                  </button>{' '}
                  <button type="button" tabIndex={-1} onClick={() => judge(row, turns(row))}>
                    {say.turn[turns(row)]} <kbd>x</kbd>
                  </button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
