import { historyWords } from '../../../messages/web/history.js';
import { shellWords } from '../../../messages/web/shell.js';
import { Fetched } from '../components/fetched.js';
import { turning } from '../components/pager.js';
import { undoStatement } from '../state/acts.js';
import { useAddress } from '../state/address.js';
import { api } from '../state/api.js';
import { atPlace } from '../state/at-place.js';
import { useWords } from '../state/preferences.js';
import { useKept, useResource } from '../state/resource.js';

/** What was decided, by whom and why, the newest first; and what was run. Of one's own anything can be taken back from here. */
export function HistoryPage() {
  const say = useWords(historyWords);
  const { query, change } = useAddress();
  const shown = query.get('show') === 'runs' ? 'runs' : 'decisions';
  return (
    <>
      <div class="row">
        <h1>{say.title}</h1>
        {(['decisions', 'runs'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={shown === one}
            onClick={() => change({ show: one === 'runs' ? one : '', before: '' })}
          >
            {say[one]}
          </button>
        ))}
      </div>
      {shown === 'runs' ? <Runs /> : <Decisions />}
    </>
  );
}

function Decisions() {
  const say = useWords(historyWords);
  const { query, change } = useAddress();
  const { data: project } = useResource('project', () => api.project.$get());
  const asked = {
    ...(query.has('before') && { before: query.get('before') ?? '' }),
    ...(query.has('coder') && { coder: query.get('coder') ?? '' }),
  };
  const page = useKept(
    useResource(`history ${JSON.stringify(asked)}`, () => api.history.$get({ query: asked })),
  );
  const { together } = useWords(shellWords);
  return (
    <>
      <label class="row">
        {say.coder}
        <select
          value={query.get('coder') ?? ''}
          onChange={({ currentTarget }) => change({ coder: currentTarget.value, before: '' })}
        >
          <option value="">{say.everybody}</option>
          {project?.isOpen &&
            project.coders.map((coder) => (
              <option key={coder} value={coder}>
                {coder}
              </option>
            ))}
        </select>
      </label>
      <Fetched {...page}>
        {({ statements, isLast }) =>
          statements.length === 0 ? (
            <p class="note">{say.none}</p>
          ) : (
            <>
              <section class="history" aria-label={say.decisions}>
                <table>
                  <thead>
                    <tr>
                      {[say.when, say.coder, say.what].map((head) => (
                        <th key={head}>{head}</th>
                      ))}
                      <th>
                        <span class="hidden">{say.undo}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {statements.map(
                      ({ id, time, coder, text, decisions, group, reason, isStanding, isTakenBack }) => (
                        <tr key={id} class={isTakenBack ? 'history-gone' : ''}>
                          <td class="history-time">{atPlace(time)}</td>
                          <td>{coder}</td>
                          <td>
                            {text}
                            <span class="muted">
                              {[decisions > 1 ? together(decisions) : '', group, reason]
                                .filter((one) => one !== '')
                                .map((one) => ` · ${one}`)}
                            </span>
                          </td>
                          <td>
                            {isTakenBack ? (
                              <span class="muted">{say.takenBack}</span>
                            ) : isStanding && coder === project?.coder ? (
                              <button
                                type="button"
                                aria-label={say.undoWhat(text)}
                                onClick={() => undoStatement(id)}
                              >
                                {say.undo}
                              </button>
                            ) : null}
                          </td>
                        </tr>
                      ),
                    )}
                  </tbody>
                </table>
              </section>
              {(query.has('before') || !isLast) && (
                <div class="row">
                  <button type="button" {...turning(!query.has('before'), () => change({ before: '' }))}>
                    {say.newest}
                  </button>
                  <button
                    type="button"
                    {...turning(isLast, () => change({ before: String(statements.at(-1)?.revision ?? '') }))}
                  >
                    {say.earlier}
                  </button>
                </div>
              )}
            </>
          )
        }
      </Fetched>
    </>
  );
}

function Runs() {
  const say = useWords(historyWords);
  const runs = useResource('runs', () => api.history.runs.$get());
  return (
    <Fetched {...runs}>
      {(rows) => (
        <section class="history" aria-label={say.runs}>
          <table>
            <thead>
              <tr>
                <th>{say.when}</th>
                <th>{say.stage}</th>
                <th class="number">{say.cases}</th>
                <th class="number">{say.seconds}</th>
                <th>{say.run}</th>
                <th>{say.version}</th>
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map(({ id, time, stage, cases, seconds, toolVersion }) => (
                <tr key={id + time}>
                  <td class="history-time">{atPlace(time)}</td>
                  <td>{stage}</td>
                  <td class="number">{cases}</td>
                  <td class="number">{seconds.toFixed(2)}</td>
                  <td>
                    <code>{id}</code>
                  </td>
                  <td>{toolVersion}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Fetched>
  );
}
