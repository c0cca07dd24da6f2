import { useState } from 'preact/hooks';
import { theoryWords } from '../../../../messages/web/theory.js';
import type { BrowsedTheory } from '../../../../workflow/browse-theory.js';
import { CodePicker } from '../../components/code-picker.js';
import { Fetched } from '../../components/fetched.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { useDraft } from '../../state/draft.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { RelateForm } from './relate-form.js';
import { Relations } from './relations.js';

/** The core category, the storyline and the relations of the codes of a codebook. */
export function TheoryView({ codebook }: { readonly codebook: string }) {
  const theory = useResource(`theory ${codebook}`, () => api.theory.$get({ query: { codebook } }));
  return (
    <Fetched {...theory}>
      {(known: BrowsedTheory) => (
        <div class="theory">
          <Core theory={known} />
          <Storyline theory={known} />
          <Relations theory={known} />
          <RelateForm theory={known} />
        </div>
      )}
    </Fetched>
  );
}

function Core({ theory: { codebook, core } }: { readonly theory: BrowsedTheory }) {
  const say = useWords(theoryWords);
  const [isChoosing, choose] = useState(false);
  const name = ({ id, label }: { readonly id: string; readonly label: string }, isRemoved: boolean) =>
    void act(
      (seen) => api.theory.core.$post({ json: { seen, codebook, code: id, isRemoved } }),
      isRemoved ? say.coreRemoved(label) : say.coreNamed(label),
    );
  return (
    <section aria-labelledby="theory-core">
      <h2 id="theory-core">{say.core}</h2>
      <div class="row">
        {core ? <b class="badge">{core.label}</b> : <span class="muted">{say.noCore}</span>}
        <button type="button" onClick={() => choose(true)}>
          {say.chooseCore}
        </button>
        {core && (
          <button type="button" onClick={() => name(core, true)}>
            {say.removeCore}
          </button>
        )}
      </div>
      {isChoosing && (
        <CodePicker
          title={say.chooseCore}
          codebook={codebook}
          onPick={(code) => name(code, false)}
          onClose={() => choose(false)}
        />
      )}
    </section>
  );
}

function Storyline({ theory: { codebook, storyline } }: { readonly theory: BrowsedTheory }) {
  const say = useWords(theoryWords);
  const kept = storyline ?? '';
  // What somebody else saved is shown, unless one is writing oneself.
  const [draft, write] = useDraft(`storyline ${codebook}`);
  const text = draft ?? kept;
  return (
    <form
      class="codes-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act(
          (seen) => api.theory.storyline.$post({ json: { seen, codebook, text } }),
          say.storylineSaved,
        ).then((done) => done && write(null));
      }}
    >
      <h2 id="theory-storyline">{say.storyline}</h2>
      <textarea
        rows={4}
        aria-labelledby="theory-storyline"
        placeholder={say.storylineHint}
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <div class="row">
        <button type="submit" class="primary" disabled={text.trim() === kept}>
          {say.saveStoryline} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </form>
  );
}
