import { codesWords } from '../../../../messages/web/codes.js';
import { theoryWords } from '../../../../messages/web/theory.js';
import { Fetched } from '../../components/fetched.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { atPlace } from '../../state/at-place.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

/** What changed of the codes of a codebook since its file, a tag or a decision; which of them stands in the address. */
export function ChangesView({ codebook }: { readonly codebook: string }) {
  const say = useWords(theoryWords);
  const { fields } = useWords(codesWords);
  const { query, change } = useAddress();
  const since = query.get('since') ?? '';
  const asked = { codebook, ...(since !== '' && { since }) };
  const changes = useResource(`code changes ${JSON.stringify(asked)}`, () =>
    api.codes.changes.$get({ query: asked }),
  );
  const nameOf = (field: string) => say.bookFields[field] ?? fields[field] ?? field;
  return (
    <Fetched {...changes}>
      {({ version, changes: rows, tags, statements }) => (
        <div class="theory">
          <div class="row">
            <label>
              {say.since}{' '}
              <select
                class="theory-since"
                value={since}
                onChange={({ currentTarget }) => change({ since: currentTarget.value }, true)}
              >
                <option value="">{say.file(version)}</option>
                {tags.map((tag) => (
                  <option key={tag} value={`tag:${tag}`}>
                    {say.tag(tag)}
                  </option>
                ))}
                {statements.map(({ id, text, coder, time }) => (
                  <option key={id} value={`decision:${id}`}>
                    {atPlace(time)} {coder} · {say.after(text)}
                  </option>
                ))}
              </select>
            </label>
            <span class="muted">{rows.length === 0 ? say.noChanges : say.countChanges(rows.length)}</span>
          </div>
          {rows.length > 0 && (
            <table class="theory-table">
              <thead>
                <tr>
                  <th>{say.code}</th>
                  <th>{say.field}</th>
                  <th>{say.before}</th>
                  <th>{say.now}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ codeId, code, change: kind, field, before, after }) => (
                  <tr key={`${codeId} ${field}`}>
                    <td class="theory-short">
                      {codeId === '' ? (
                        <span class="muted">{say.book}</span>
                      ) : kind === 'removed' ? (
                        code
                      ) : (
                        <a href={`/codes?${new URLSearchParams({ codebook, code: codeId })}`}>{code}</a>
                      )}
                    </td>
                    <td class="theory-short">{kind === 'changed' ? nameOf(field) : say[kind]}</td>
                    <td>{before && <del>{before}</del>}</td>
                    <td>{after && <ins>{after}</ins>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {since !== '' && <p class="muted">{say.termsNote}</p>}
        </div>
      )}
    </Fetched>
  );
}
