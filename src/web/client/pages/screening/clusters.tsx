import { useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import type { WordCluster } from '../../../../workflow/screening/cluster-words.js';
import { Fetched } from '../../components/fetched.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { decideWords } from './decide-words.js';
import type { Scope } from './scope.js';

/** Words that look alike, in clusters: the target is edited, what belongs to it ticked, and both merged. */
export function Clusters({ scope }: { readonly scope: Scope }) {
  const say = useWords(screeningWords);
  const query = { ...(scope.group && { group: scope.group }), ...(scope.view && { view: scope.view }) };
  const clusters = useResource(`screening clusters ${JSON.stringify(query)}`, (sending) =>
    api.screening.clusters.$get({ query }, sending),
  );
  return (
    <div class="screening-clusters">
      <div class="row">
        <p class="muted">{say.clustersHint}</p>
        <span class="space" />
        <a class="button" href="/api/screening/recipe.yaml" download>
          {say.recipe}
        </a>
      </div>
      <Fetched {...clusters}>
        {(found) =>
          found.length === 0 ? (
            <p class="note">{say.noClusters}</p>
          ) : (
            <ol>
              {found.map((cluster) => (
                <Cluster
                  key={cluster.words.map(({ word }) => word).join(' ')}
                  cluster={cluster}
                  scope={scope}
                />
              ))}
            </ol>
          )
        }
      </Fetched>
    </div>
  );
}

function Cluster({ cluster, scope }: { readonly cluster: WordCluster; readonly scope: Scope }) {
  const say = useWords(screeningWords);
  const { words, reason, similarity } = cluster;
  const [target, setTarget] = useState(words[0]?.word ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const into = target.trim();
  const sources = words.flatMap(({ word }) => (left.has(word) || word === into ? [] : [word]));
  const isNew = !words.some(({ word }) => word === into);
  const alike = (reason === 'shared-head' ? say.sharedHead : say.sameCharacters)(similarity.toFixed(2));
  const toggle = (word: string) => {
    const next = new Set(left);
    if (!next.delete(word)) next.add(word);
    setLeft(next);
  };
  return (
    <li class="panel">
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          // What is merged leaves the list.
          const { parentElement: own } = event.currentTarget;
          const beside =
            own?.nextElementSibling ?? own?.previousElementSibling ?? own?.closest('.screening-clusters');
          void decideWords({ kind: 'fold', words: sources, into, isNew, ...scope }).then(
            (done) => done && beside?.querySelector<HTMLElement>('a, [type=submit]')?.focus(),
          );
        }}
      >
        {words.map(({ word, frequency }) => (
          <label key={word} class="row">
            <input type="checkbox" checked={!left.has(word)} onChange={() => toggle(word)} />
            {word} <span class="muted">{frequency}</span>
          </label>
        ))}
        <span class="muted">{alike}</span>
        <span class="space" />
        <span class="row screening-together">
          <span aria-hidden="true">→</span>
          <input
            aria-label={say.target}
            value={target}
            onInput={({ currentTarget }) => setTarget(currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={sources.length === 0 || into === ''}>
            {say.merge}
          </button>
        </span>
      </form>
    </li>
  );
}
