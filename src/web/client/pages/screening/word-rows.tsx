import { useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import type { ScreenedWord, WordFeature } from '../../../../model/screened-word.js';
import { Filler } from '../../components/paged-rows.js';
import { useAddress } from '../../state/address.js';
import { named, useWords } from '../../state/preferences.js';
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
  return useMemo(() => columnsOf(sort, group !== undefined), [sort, group]);
}

/** The heads of the columns; those of features sort. */
export function WordsHead() {
  const say = useWords(screeningWords);
  const { sort = 'weight', ascending } = useFilter();
  const { change } = useAddress();
  const columns = useColumns();
  const sortable = (feature: WordFeature) => {
    const isSorted = sort === feature;
    // Words begin with the first, numbers with the greatest.
    const isUp = (ascending !== undefined) !== (feature === 'word');
    return (
      <th
        key={feature}
        class={feature === 'word' ? '' : `number feature-${feature}`}
        aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : 'none'}
      >
        <button
          type="button"
          class="plain"
          onClick={() => change({ sort: feature, ascending: isSorted && !ascending ? 'yes' : '' }, true)}
        >
          {say.features[feature]}
          {isSorted ? (isUp ? ' ↑' : ' ↓') : ''}
        </button>
      </th>
    );
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {sortable('word')}
        <th>{say.state}</th>
        <th class="feature-pos">{say.pos}</th>
        {columns.map(sortable)}
      </tr>
    </thead>
  );
}

/** The words of one page of the list; they are drawn again when the page is fetched again, each alone when it changes. */
export function WordRows({ offset, height }: { readonly offset: number; readonly height: number }) {
  const columns = useColumns();
  const { data } = useWordsFrom(offset);
  const rows = useMemo(
    () =>
      data?.rows.map((row, at) => (
        <WordRow
          key={row.word}
          listed={row}
          posName={data.pos.find(({ pos }) => pos === row.pos)?.name}
          revision={data.revision}
          index={offset + at}
          columns={columns}
        />
      )),
    [data, offset, columns],
  );
  return rows === undefined ? <Filler height={height} /> : <tbody>{rows}</tbody>;
}

/** A word as it is listed, or as a later answer has it. */
function WordRow({
  listed,
  posName,
  revision,
  index,
  columns,
}: {
  readonly listed: ScreenedWord;
  readonly posName: string | undefined;
  readonly revision: number;
  readonly index: number;
  readonly columns: readonly WordFeature[];
}) {
  const answer = useComputed(() => changed.value.get(listed.word)).value;
  const row = answer !== undefined && answer.revision > revision ? answer.row : listed;
  const say = useWords(screeningWords);
  const { word, state, countsFor, pos } = row;
  const isFocused = useComputed(() => focused.value.word === word).value;
  const button = useRef<HTMLButtonElement>(null);
  // In the picture that shows the focus: a picture of its own would keep the answer of an act waiting.
  useLayoutEffect(() => {
    const active = document.activeElement;
    const isFree = active === document.body || active === null || active.closest('.screening-list') !== null;
    if (isFocused && isFree) button.current?.focus({ preventScroll: true });
  }, [isFocused]);
  return (
    <tr aria-rowindex={index + 2} class={isFocused ? 'focused' : ''} onClick={() => focusWord(word)}>
      <td class="screening-cell">
        <button
          ref={button}
          type="button"
          class="plain screening-word"
          tabIndex={isFocused ? 0 : -1}
          aria-current={isFocused ? 'true' : undefined}
          aria-label={named(word, say.states[state])}
          title={word}
        >
          {word}
        </button>
      </td>
      <td>
        <span class={`screening-state ${state}`}>{say.states[state]}</span>
        {countsFor !== word && <span class="muted"> → {countsFor}</span>}
      </td>
      <td class="muted feature-pos" title={pos}>
        {posName ?? pos}
      </td>
      {columns.map((feature) => (
        <td key={feature} class={`number feature-${feature}`}>
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
