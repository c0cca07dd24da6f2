import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { queriesWords } from '../../../../messages/web/queries.js';
import type { PassageQuery } from '../../../../model/passage-query.js';
import { CodePicker } from '../../components/code-picker.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

/** What sentences are looked for. */
export function QueryForm({
  asked,
  onAsk,
}: {
  readonly asked: PassageQuery;
  readonly onAsk: (asked: PassageQuery) => void;
}) {
  const say = useWords(queriesWords);
  const [words, setWords] = useState(asked.words);
  const [code, setCode] = useState(asked.code);
  const [where, setWhere] = useState(asked.where.join(' '));
  const [coder, setCoder] = useState(asked.coder);
  const [isChoosing, choose] = useState(false);
  const { data: codes } = useResource('codes ', () => api.codes.$get({ query: {} }));
  const { data: project } = useResource('project', () => api.project.$get());
  const field = useRef<HTMLInputElement>(null);
  // The form of what was just asked, which is another one, goes on where that before had the focus.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) field.current?.focus();
  }, []);
  return (
    <form
      class="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ words: words.trim(), code, where: where.split(/\s+/).filter((one) => one !== ''), coder });
      }}
    >
      <label>
        {say.words}
        <input
          ref={field}
          value={words}
          placeholder={say.wordsHint}
          autocomplete="off"
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </label>
      <div class="row">
        <span id="query-code">{say.code}</span>
        <button type="button" aria-describedby="query-code" onClick={() => choose(true)}>
          {code === '' ? say.anyCode : (codes?.find(({ id }) => id === code)?.label ?? code)}
        </button>
        {code !== '' && (
          <button type="button" onClick={() => setCode('')}>
            {say.clear}
          </button>
        )}
      </div>
      <label>
        {say.where}
        <input
          value={where}
          placeholder={say.whereHint}
          autocomplete="off"
          onInput={({ currentTarget }) => setWhere(currentTarget.value)}
        />
      </label>
      <label>
        {say.coder}
        <select value={coder} onChange={({ currentTarget }) => setCoder(currentTarget.value)}>
          <option value="">{say.own}</option>
          {project?.isOpen &&
            project.coders.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" class="primary">
        {say.run}
      </button>
      {isChoosing && (
        <CodePicker title={say.code} onPick={({ id }) => setCode(id)} onClose={() => choose(false)} />
      )}
    </form>
  );
}
