import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import type { ScreenedWord, WordFeature } from '../../../../model/screened-word.js';
import { Filler } from '../../components/paged-rows.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { changed, focused, focusWord, useFilter, useWordsFrom } from './use-screening.js';

/** The features that have a column; the one that is sorted by has one besides. */
function columnsOf(sort: string, isOneGroup: boolean): readonly WordFeature[] {
  const usual: WordFeature[] = [
    'weight',
    'frequency',
    ...(isOneGroup ? [] : (['groups'] as const)),
    'documentFrequency',
  ];
  const sorted = sort as WordFeature;
  return sorted === 'word' || usual.includes(sorted) ? usual : [...usual, sorted];
}

/** The columns that the address asks for. */
function useColumns(): readonly WordFeature[] {
  const { sort = 'weight', group } = useFilter();
  return columnsOf(sort, group !== undefined);
}

/** The heads of the columns; those of features sort. */
export function WordsHead() {
  const say = useWords(screeningWords);
  const { sort = 'weight', ascending } = useFilter();
  const { change } = useAddress();
  const columns = useColumns();
  const sortable = (feature: WordFeature) => {
    const isSorted = sort === feature;
    return (
      <th
        key={feature}
        scope="col"
        class={feature === 'word' ? '' : 'number'}
        aria-sort={isSorted ? (ascending ? 'ascending' : 'descending') : 'none'}
      >
        <button
          type="button"
          class="plain"
          onClick={() => change({ sort: feature, ascending: isSorted && !ascending ? 'yes' : '' }, true)}
        >
          {say.features[feature]}
          {isSorted ? (ascending ? ' ↑' : ' ↓') : ''}
        </button>
      </th>
    );
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {sortable('word')}
        <th scope="col">{say.state}</th>
        <th scope="col">{say.pos}</th>
        {columns.map(sortable)}
      </tr>
    </thead>
  );
}

/** The words of one page of the list. */
export function WordRows({ offset, height }: { readonly offset: number; readonly height: number }) {
  const columns = useColumns();
  const { data } = useWordsFrom(offset);
  if (data === null) return <Filler height={height} />;
  return (
    <tbody>
      {data.rows.map((row, at) => {
        const answer = changed.value.get(row.word);
        const now = answer !== undefined && answer.revision > data.revision ? answer.row : row;
        return <WordRow key={row.word} row={now} index={offset + at} columns={columns} />;
      })}
    </tbody>
  );
}

function WordRow({
  row,
  index,
  columns,
}: {
  readonly row: ScreenedWord;
  readonly index: number;
  readonly columns: readonly WordFeature[];
}) {
  const say = useWords(screeningWords);
  const { word, state, countsFor, pos } = row;
  const isFocused = useComputed(() => focused.value.word === word).value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    const isFree = active === document.body || active === null || active.closest('.screening-list') !== null;
    if (isFocused && isFree) button.current?.focus({ preventScroll: true });
  }, [isFocused]);
  return (
    <tr aria-rowindex={index + 2} class={isFocused ? 'focused' : ''} onClick={() => focusWord(word, index)}>
      <td>
        <button
          ref={button}
          type="button"
          class="plain screening-word"
          tabIndex={isFocused ? 0 : -1}
          aria-current={isFocused ? 'true' : undefined}
          aria-label={`${word}，${say.states[state]}`}
        >
          {word}
        </button>
      </td>
      <td>
        <span class={`screening-state ${state}`}>{say.states[state]}</span>
        {countsFor !== word && <span class="muted"> → {countsFor}</span>}
      </td>
      <td class="muted">{pos}</td>
      {columns.map((feature) => (
        <td key={feature} class="number">
          {writeFeature(row, feature)}
        </td>
      ))}
    </tr>
  );
}

const WHOLE: readonly WordFeature[] = ['frequency', 'groups', 'documentFrequency', 'length'];

function writeFeature(row: ScreenedWord, feature: WordFeature): string {
  const value = row[feature];
  if (value === null) return '—';
  return typeof value === 'string' || WHOLE.includes(feature) ? String(value) : value.toFixed(2);
}
