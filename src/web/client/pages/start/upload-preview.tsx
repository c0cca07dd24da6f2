import type { InferResponseType } from 'hono/client';
import { startWords } from '../../../../messages/web/start.js';
import type { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';

/** What importing would do, as the server found out. */
export type Preview = InferResponseType<typeof api.start.preview.$post>;

/** What importing would do: what cannot be read and why, what each step of cleaning changes, and each text before and after. */
export function UploadPreview({ said, unreadable, attributes, steps, cases, total }: Preview) {
  const say = useWords(startWords);
  return (
    <section class="panel preview" aria-label={say.look}>
      {unreadable.length > 0 && (
        <div class="preview-unreadable">
          <h3>{say.unreadable(unreadable.length)}</h3>
          <ul>
            {unreadable.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <ul>
        {attributes !== null && <li>{say.attributes(attributes)}</li>}
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {steps.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{say.step}</th>
              <th class="number">{say.edits}</th>
              <th class="number">{say.removed}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, name, edits, removed }) => (
              <tr key={step}>
                <td>{name}</td>
                <td class="number">{edits}</td>
                <td class="number">{removed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{say.texts(cases.length, total)}</h3>
      {cases.map(({ id, source, characters, cleanCharacters, raw, clean }) => (
        <details key={id}>
          <summary>
            <b>{id}</b> <span class="muted">{source}</span> {say.characters(characters, cleanCharacters)}
          </summary>
          <div class="preview-texts">
            <figure>
              <figcaption>{say.raw}</figcaption>
              <p>{raw}</p>
            </figure>
            <figure>
              <figcaption>{say.clean}</figcaption>
              <p>{clean}</p>
            </figure>
          </div>
        </details>
      ))}
    </section>
  );
}
