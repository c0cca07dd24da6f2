import { useState } from 'preact/hooks';
import { queriesWords } from '../../../../messages/web/queries.js';
import type { PassageQuery } from '../../../../model/passage-query.js';
import type { BrowsedQuery } from '../../../../workflow/queries/browse-query.js';
import type { ListedQuery } from '../../../../workflow/queries/saved-queries.js';
import { caseAddress } from '../../components/case-address.js';
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
      {isAsked && (
        <Found
          key={query.get('name')}
          asked={asked}
          saved={saved.data?.find((one) => one.query.query === query.get('name'))}
          onName={(name) => put(change, asked, name)}
        />
      )}
    </div>
  );
}

interface FoundProps {
  readonly asked: PassageQuery;
  readonly saved: ListedQuery | undefined;
  readonly onName: (name: string) => void;
}

function Found({ asked, saved, onName }: FoundProps) {
  const say = useWords(queriesWords);
  const [written, setName] = useState<string | null>(null);
  const { data: project } = useResource('project', () => api.project.$get());
  const before = saved?.query.query ?? '';
  const name = written ?? before;
  const [isFreezing, freeze] = useState(false);
  const { data: codes } = useResource('codes ', () => api.codes.$get({ query: {} }));
  const found = useResource(`query ${JSON.stringify(asked)}`, ({ init }) =>
    api.queries.sentences.$get({ query: { ...asked, where: [...asked.where] } }, { init }),
  );
  const query = { ...asked, where: [...asked.where], query: name.trim() || asked.words || asked.code };
  const then = (done: Promise<unknown>, next: string) =>
    void done.then((result) => result !== null && onName(next));
  const save = () =>
    then(
      act((seen) => api.queries.save.$post({ json: { seen, query } }), say.savedToast(query.query)),
      query.query,
    );
  const own = saved !== undefined && saved.by === project?.coder ? saved.memo : null;
  const rename = (memo: string) =>
    then(
      act(
        (seen) => api.queries.rename.$post({ json: { seen, memo, name } }),
        say.renamed(before, name.trim()),
      ),
      name.trim(),
    );
  const remove = (memo: string) =>
    then(
      act((seen) => api.memos.delete.$post({ json: { seen, memo } }), say.deleted(before)),
      '',
    );
  return (
    <Fetched {...found}>
      {({ total, cases, rows }: BrowsedQuery) => (
        <section class="query-found">
          <form
            class="row"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <b role="status">{total === 0 ? say.nothing : say.found(total, cases)}</b>
            {total > rows.length && <span class="muted">{say.firstOnly(rows.length)}</span>}
            <label>
              {say.name} <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
            </label>
            <button type="submit" disabled={name.trim() === ''}>
              {say.save}
            </button>
            {own !== null && (
              <>
                <button
                  type="button"
                  disabled={name.trim() === '' || name.trim() === before}
                  onClick={() => rename(own)}
                >
                  {say.rename}
                </button>
                <button type="button" onClick={() => remove(own)}>
                  {say.delete}
                </button>
              </>
            )}
            <button type="button" disabled={total === 0} onClick={() => freeze(true)}>
              {say.freeze}
            </button>
          </form>
          <ol class="query-sentences">
            {rows.map(({ caseId, start: from, end, quote }) => (
              <li key={`${caseId} ${from}`}>
                {quote.replaceAll(/\s+/g, '')}{' '}
                <a href={caseAddress(caseId, { start: from, end })}>{caseId}</a>
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
                act((seen) => api.queries.freeze.$post({ json: { seen, query, code } }), say.frozen(code))
              }
              onClose={() => freeze(false)}
            />
          )}
        </section>
      )}
    </Fetched>
  );
}
