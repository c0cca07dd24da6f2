import type { RefObject } from 'preact';
import { screeningWords } from '../../../../messages/web/screening.js';
import { Fetched } from '../../components/fetched.js';
import { api } from '../../state/api.js';
import { language, named, useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { Contexts } from './contexts.js';
import type { Scope } from './scope.js';
import { focused, focusWord, revisionFor } from './use-screening.js';

/** The word that keys act on: who decided what, what the rules say, what looks alike, and where it stands. */
export function WordPanel({
  scope,
  reason,
  onJudge,
  onFold,
}: {
  readonly scope: Scope;
  readonly reason: RefObject<HTMLInputElement | null>;
  readonly onJudge: (kind: 'keep' | 'drop') => void;
  readonly onFold: () => void;
}) {
  const say = useWords(screeningWords);
  const { word } = focused.value;
  if (word === null) return <p class="note">{say.noWord}</p>;
  return (
    <section class="panel screening-panel" aria-labelledby="screening-focused">
      <h2 id="screening-focused">{word}</h2>
      <div class="row">
        <button type="button" onClick={() => onJudge('keep')}>
          {say.kinds['keep']} <kbd>k</kbd>
        </button>
        <button type="button" onClick={() => onJudge('drop')}>
          {say.kinds['drop']} <kbd>d</kbd>
        </button>
        <button type="button" onClick={onFold}>
          {say.kinds['fold']} <kbd>f</kbd>
        </button>
      </div>
      <input
        ref={reason}
        aria-label={say.reason}
        placeholder={`${say.reason} r`}
        onKeyDown={({ key, currentTarget, isComposing }) => {
          if (!isComposing && (key === 'Enter' || key === 'Escape')) currentTarget.blur();
        }}
      />
      <WordFacts word={word} scope={scope} />
      <Contexts word={word} group={scope.group} />
    </section>
  );
}

function WordFacts({ word, scope }: { readonly word: string; readonly scope: Scope }) {
  const say = useWords(screeningWords);
  const asked = { word, ...(scope.group && { group: scope.group }), ...(scope.view && { view: scope.view }) };
  const detail = useResource(
    `screening word ${JSON.stringify(asked)}`,
    (sending) => api.screening.word.$get({ query: asked }, sending),
    revisionFor(scope.view),
  );
  return (
    <Fetched {...detail}>
      {({ judgements, rule, near, keywords, groups }) => (
        <dl class="screening-facts">
          <dt>{say.whoDecided}</dt>
          <dd>
            {judgements.length === 0 && <span class="muted">{say.nobody}</span>}
            {judgements.slice(0, 6).map((one) => (
              <p key={`${one.coder} ${one.group}`}>
                <b>{one.coder}</b> {say.kinds[one.kind] ?? one.kind}
                {one.into !== undefined && ` → ${one.into}`}
                <span class="muted">
                  {' '}
                  {one.group === '*' ? say.inAllGroups : one.group} {one.reason}
                </span>
              </p>
            ))}
          </dd>
          <dt>{say.rules}</dt>
          <dd>{rule ?? <span class="muted">{say.noRule}</span>}</dd>
          <dt>{say.outcome}</dt>
          <dd>
            {keywords.slice(0, 3).map(({ group, reason, detail: why }) => (
              <p key={group}>
                {named(group, say.reasons[reason] ?? reason)}
                {why !== '' && <span class="muted"> {why}</span>}
              </p>
            ))}
            {groups > 1 && <p class="muted">{say.inGroups(groups.toLocaleString(language.value))}</p>}
          </dd>
          <dt>{say.near}</dt>
          <dd class="row">
            {near.length === 0 && <span class="muted">{say.noNear}</span>}
            {near.map((one) => (
              <button type="button" class="plain" key={one.word} onClick={() => focusWord(one.word)}>
                {one.word}
              </button>
            ))}
          </dd>
        </dl>
      )}
    </Fetched>
  );
}
