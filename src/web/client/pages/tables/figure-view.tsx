import { tablesWords } from '../../../../messages/web/tables.js';
import type { FigureName } from '../../../../model/figure-name.js';
import { Fetched } from '../../components/fetched.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { revision } from '../../state/live.js';
import { language, useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

const PICTURES = ['svg', 'png'] as const;

/** One figure with its caption and its numbers, and as files to save. */
export function FigureView({ name }: { readonly name: string }) {
  const say = useWords(tablesWords);
  const { query, change } = useAddress();
  const figure = useResource(`figure ${name} ${query}`, () =>
    api.figures[':name'].$get({ param: { name: name as FigureName }, query: Object.fromEntries(query) }),
  );
  // The revision and the language make another picture of the same address.
  const asked = new URLSearchParams({
    ...Object.fromEntries(query),
    at: `${revision.value} ${language.value}`,
  });
  return (
    <>
      {name === 'crosstab' && (
        <label class="row">
          {say.options.by}
          <input
            value={query.get('by') ?? ''}
            onChange={({ currentTarget }) => change({ by: currentTarget.value })}
          />
        </label>
      )}
      <Fetched {...figure}>
        {({ title, caption, table }) => (
          <>
            <div class="row">
              {PICTURES.map((ending) => (
                <a
                  key={ending}
                  class="button"
                  href={`/api/figures/${name}/picture.${ending}?${asked}`}
                  download={`${name}.${ending}`}
                >
                  {say.savePicture(ending.toUpperCase())}
                </a>
              ))}
            </div>
            <figure class="figure">
              <img src={`/api/figures/${name}/picture.svg?${asked}`} alt={title} />
              <figcaption class="muted">{caption}</figcaption>
            </figure>
            <details>
              <summary>{say.tableOfFigure}</summary>
              <table class="figure-data">
                <thead>
                  <tr>
                    {table.header.map((head) => (
                      <th key={head}>{head}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.cells.map((cells) => (
                    <tr key={cells.join('\t')}>
                      {cells.map((cell, at) => (
                        <td key={table.header[at]} class={table.numeric[at] ? 'number' : ''}>
                          {cell}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </>
        )}
      </Fetched>
    </>
  );
}
