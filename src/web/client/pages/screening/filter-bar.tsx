import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import {
  undecidedStates,
  type WordState,
  wordFeatures,
  wordStates,
} from '../../../../model/screened-word.js';
import type { ScreeningGroups } from '../../../../workflow/screening/screening-groups.js';
import { useAddress } from '../../state/address.js';
import { answerOf, api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';
import { useFilter, type WordsRead } from './use-screening.js';

/** What is listed: scope, part of the word, state, part of speech and order; and how much is left. */
export function FilterBar({
  search,
  listed,
  isBlind,
  canDecide,
  onBulk,
}: {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly listed: WordsRead | null;
  /** Whether the own verdicts alone are listed; the project may say so whatever the address says. */
  readonly isBlind: boolean;
  readonly canDecide: boolean;
  readonly onBulk: (kind: 'keep' | 'drop') => void;
}) {
  const say = useWords(screeningWords);
  const { query, change } = useAddress();
  const filter = useFilter();
  const isClusters = query.get('tab') === 'clusters';
  const write = (count: number) => count.toLocaleString(language.value);
  const countOf = (...states: readonly WordState[]) =>
    states.reduce((sum, state) => sum + (listed?.states[state] ?? 0), 0);
  return (
    <>
      <div class="row">
        <h1>{say.title}</h1>
        <ScopeField />
        <label>
          <input
            type="checkbox"
            checked={isBlind}
            disabled={isBlind && filter.view !== 'blind'}
            onChange={({ currentTarget }) => change({ view: currentTarget.checked ? 'blind' : '' })}
          />
          {say.blind}
        </label>
        <span class="space" />
        <output class="screening-counts">
          {listed !== null &&
            say.counts(
              write(countOf(...undecidedStates)),
              write(countOf('kept', 'added')),
              write(countOf('dropped', 'folded')),
            )}
        </output>
      </div>
      <div class="row screening-filters">
        <button type="button" aria-pressed={!isClusters} onClick={() => change({ tab: '' })}>
          {say.list}
        </button>
        <button type="button" aria-pressed={isClusters} onClick={() => change({ tab: 'clusters' })}>
          {say.clusters}
        </button>
        {!isClusters && (
          <>
            <input
              ref={search}
              type="search"
              aria-label={say.find}
              placeholder={say.find}
              value={filter.find ?? ''}
              onInput={({ currentTarget }) => change({ find: currentTarget.value }, true)}
              onKeyDown={({ key, currentTarget, isComposing }) => {
                if (!isComposing && (key === 'Enter' || key === 'Escape')) currentTarget.blur();
              }}
            />
            <Choice
              label={say.state}
              value={filter.state ?? ''}
              onChange={(state) => change({ state })}
              options={[
                ['undecided', `${say.states.undecided} ${write(countOf(...undecidedStates))}`],
                ...wordStates.map(
                  (state) => [state, `${say.states[state]} ${write(countOf(state))}`] as const,
                ),
              ]}
            />
            <Choice
              label={say.pos}
              value={filter.pos ?? ''}
              onChange={(pos) => change({ pos })}
              options={(listed?.pos ?? []).map(
                ({ pos, name, count }) => [pos, `${name} ${write(count)}`] as const,
              )}
            />
            <Choice
              label={say.sort}
              value={filter.sort ?? 'weight'}
              onChange={(sort) => change({ sort }, true)}
              options={wordFeatures.map((feature) => [feature, say.features[feature]] as const)}
              isRequired
            />
            <span class="space" />
            {listed !== null && (
              <span class="row screening-together">
                {(['keep', 'drop'] as const).map((kind) => (
                  <button
                    type="button"
                    key={kind}
                    disabled={!canDecide}
                    onClick={() => onBulk(kind)}
                    title={kind === 'keep' ? 'K' : 'D'}
                  >
                    {say.bulk(say.kinds[kind] ?? '', write(listed.matching))}
                  </button>
                ))}
              </span>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** Names the group that is looked at; empty for all cases. */
function ScopeField() {
  const say = useWords(screeningWords);
  const { change } = useAddress();
  const { group = '' } = useFilter();
  const data = useGroups();
  const [written, write] = useState<string | null>(null);
  return (
    <label class="row">
      {say.groupLabel(data?.by ?? 'case')}
      <input
        class="screening-scope"
        list="screening-groups"
        placeholder={say.wholeCorpus}
        value={written ?? group}
        onInput={({ currentTarget: { value } }) => {
          const isGroup = value === '' || data?.groups.includes(value) === true;
          write(isGroup ? null : value);
          if (isGroup) change({ group: value, word: '' });
        }}
      />
      <datalist id="screening-groups">
        {(data?.groups ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}

/** The groups, once: decisions on words leave them as they are. */
function useGroups(): ScreeningGroups | null {
  const [groups, setGroups] = useState<ScreeningGroups | null>(null);
  useEffect(() => {
    answerOf(api.screening.groups.$get()).then(setGroups, () => {});
  }, []);
  return groups;
}

function Choice({
  label,
  value,
  options,
  onChange,
  isRequired = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
}) {
  const say = useWords(screeningWords);
  return (
    <label class="screening-choice">
      <span class={isRequired ? 'muted' : 'hidden'}>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {!isRequired && <option value="">{say.allOf(label)}</option>}
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
