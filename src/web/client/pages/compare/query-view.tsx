import { useState } from 'preact/hooks';
import { queriesWords } from '../../../../messages/web/queries.js';
import type { PassageQuery } from '../../../../model/passage-query.js';
import type { BrowsedQuery } from '../../../../workflow/queries/browse-query.js';
import { Fetched } from '../../components/fetched.js';
import { act } from '../../state/acts.js';
import { type Address, useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { NameDialog } from '../codes/name-dialog.js';
import { QueryForm } from './query-form.js';

/** The query that an address asks. */
function queryOf(query: URLSearchParams): PassageQuery {
  const [words = '', code = '', coder = ''] = ['words', 'has', 'by'].map((name) => query.get(name) ?? '');
  return { words, code, where: query.getAll('where'), coder };
}

/** Writes a query into the address. */
const put = (change: Address['change'], { words, code, where, coder }: PassageQuery, name: string) =>
  change({ words, has: code, where, by: coder, name });

/** Sentences that a query finds; it stands in the address, is saved by name, and is frozen into a code. */
export function QueryView() {
  const say = useWords(queriesWords);
  const { query, change } = useAddress();
  const asked = queryOf(query);
  const saved = useResource('queries', () => api.queries.$get());
  const isAsked = asked.words !== '' || asked.code !== '' || asked.coder !== '';
  return (
    <div class="query">
      <QueryForm key={query.toString()} asked={asked} onAsk={(next) => put(change, next, '')} />
      <section aria-labelledby="query-saved">
        <h2 id="query-saved">{say.saved}</h2>
        {saved.data?.length === 0 && <p class="muted">{say.noSaved}</p>}
        <div class="row">
          {saved.data?.map(({ query: one, memo, by }) => (
            <button key={memo} type="button" title={by} onClick={() => put(change, one, one.query)}>
              {one.query}
            </button>
          ))}
        </div>
      </section>
      {isAsked && <Found asked={asked} name={query.get('name') ?? ''} />}
    </div>
  );
}

function Found({ asked, name: start }: { readonly asked: PassageQuery; readonly name: string }) {
  const say = useWords(queriesWords);
  const [name, setName] = useState(start);
  const [isFreezing, freeze] = useState(false);
  const { data: codes } = useResource('codes ', () => api.codes.$get({ query: {} }));
  const found = useResource(`query ${JSON.stringify(asked)}`, ({ init }) =>
    api.queries.sentences.$get({ query: { ...asked, where: [...asked.where] } }, { init }),
  );
  const query = { ...asked, where: [...asked.where], query: name.trim() || asked.words || asked.code };
  const save = () =>
    void act((seen) => api.queries.save.$post({ json: { seen, query } }), say.savedToast(query.query));
  return (
    <Fetched {...found}>
      {({ total, cases, rows }: BrowsedQuery) => (
        <section class="query-found" aria-live="polite">
          <form
            class="row"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <b>{total === 0 ? say.nothing : say.found(total, cases)}</b>
            {total > rows.length && <span class="muted">{say.firstOnly(rows.length)}</span>}
            <label>
              {say.name} <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
            </label>
            <button type="submit" disabled={name.trim() === ''}>
              {say.save}
            </button>
            <button type="button" disabled={total === 0} onClick={() => freeze(true)}>
              {say.freeze}
            </button>
          </form>
          <ol class="query-sentences">
            {rows.map(({ caseId, start: from, end, quote }) => (
              <li key={`${caseId} ${from}`}>
                {quote.replaceAll(/\s+/g, '')}{' '}
                <a href={`/cases/${encodeURIComponent(caseId)}?at=${from}-${end}`}>{caseId}</a>
              </li>
            ))}
          </ol>
          {isFreezing && (
            <NameDialog
              title={say.freezeName(total)}
              start=""
              known={codes?.map(({ label }) => label) ?? []}
              mayExist
              onName={(code) =>
                void act(
                  (seen) => api.queries.freeze.$post({ json: { seen, query, code } }),
                  say.frozen(code),
                )
              }
              onClose={() => freeze(false)}
            />
          )}
        </section>
      )}
    </Fetched>
  );
}
