import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import { Fetched } from '../../components/fetched.js';
import { usePageKeys } from '../../components/key-sheet.js';
import { PagedRows } from '../../components/paged-rows.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { AddDialog } from './add-dialog.js';
import { BulkDialog } from './bulk-dialog.js';
import { Clusters } from './clusters.js';
import { decideWords } from './decide-words.js';
import { FilterBar } from './filter-bar.js';
import { FoldDialog } from './fold-dialog.js';
import { LastStatements } from './last-statements.js';
import { focused, forgetRows, moveFocus, PAGE, useFilter, useWordsFrom } from './use-screening.js';
import { WordPanel } from './word-panel.js';
import { WordRows, WordsHead } from './word-rows.js';

/** Height of a row and of the head, as the sheet of styles has them. */
const ROW = 30;

type Asking = { readonly fold: string } | 'add' | 'bulk keep' | 'bulk drop' | null;

/** Candidates one after the other: kept, dropped, folded or added by a key. */
export function ScreeningPage() {
  const say = useWords(screeningWords);
  const { query } = useAddress();
  const filter = useFilter();
  const first = useWordsFrom(0);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const [asking, ask] = useState<Asking>(null);
  // Words that are still on their way are not decided about by the number of those before.
  const isCurrent = first.isCurrent && (first.data?.matching ?? 0) > 0;
  const isClusters = query.get('tab') === 'clusters';
  const { group } = filter;
  // The project may have the coder read by their own verdicts alone, whatever the address says.
  const isBlind = filter.view === 'blind' || first.data?.isBlind === true;
  const scope = { group, view: isBlind ? ('blind' as const) : undefined };
  const filtered = JSON.stringify(filter);

  useEffect(
    () => () => {
      forgetRows();
      focused.value = { word: null, index: 0 };
    },
    [filtered],
  );
  useEffect(() => focused.subscribe(({ index, word }) => showFocus(list.current, index, word)), []);

  const judge = (kind: 'keep' | 'drop') => {
    const { word } = focused.value;
    if (word === null) return;
    void decideWords({ kind, words: [word], ...scope, reason: takeReason(reason.current) });
    moveFocus(1);
  };
  const askFold = () => {
    const { word } = focused.value;
    if (word !== null) ask({ fold: word });
  };
  const keys = useMemo(() => {
    const next = () => moveFocus(1);
    const previous = () => moveFocus(-1);
    return {
      ...{ j: next, ArrowDown: next, i: previous, ArrowUp: previous },
      k: () => judge('keep'),
      d: () => judge('drop'),
      f: askFold,
      a: () => ask('add'),
      K: () => isCurrent && ask('bulk keep'),
      D: () => isCurrent && ask('bulk drop'),
      '/': () => search.current?.focus(),
      r: () => reason.current?.focus(),
    };
  }, [filtered, isCurrent, isBlind]);
  usePageKeys(keys, say.keys);

  const close = () => ask(null);
  return (
    <div class="screening">
      <FilterBar
        search={search}
        listed={first.data}
        isBlind={isBlind}
        canDecide={isCurrent}
        onBulk={(kind) => ask(`bulk ${kind}`)}
      />
      {isClusters ? (
        <Clusters scope={scope} />
      ) : (
        <div class="screening-body">
          <div class="screening-list" ref={list}>
            <Fetched {...first}>
              {({ matching, states }) =>
                matching === 0 ? (
                  <p class="note">
                    {Object.values(states).every((count) => count === 0) ? say.noCandidates : say.nothing}
                  </p>
                ) : (
                  <PagedRows
                    total={matching}
                    rowHeight={ROW}
                    size={PAGE}
                    label={say.title}
                    head={<WordsHead />}
                    page={(offset, height) => <WordRows key={offset} offset={offset} height={height} />}
                  />
                )
              }
            </Fetched>
          </div>
          <aside class="screening-side">
            {first.data?.matching !== 0 && (
              <WordPanel scope={scope} reason={reason} onJudge={judge} onFold={askFold} />
            )}
            <LastStatements />
          </aside>
        </div>
      )}
      {asking !== null && typeof asking === 'object' && (
        <FoldDialog word={asking.fold} scope={scope} onClose={close} />
      )}
      {asking === 'add' && <AddDialog scope={scope} onClose={close} />}
      {(asking === 'bulk keep' || asking === 'bulk drop') && first.data !== null && (
        <BulkDialog
          kind={asking === 'bulk keep' ? 'keep' : 'drop'}
          count={first.data.matching}
          filter={{ ...filter, ...scope }}
          onClose={close}
        />
      )}
    </div>
  );
}

/** The reason that stands in the field, which is empty afterwards: it was for one verdict. */
function takeReason(field: HTMLInputElement | null): string {
  const said = field?.value ?? '';
  if (field !== null) field.value = '';
  return said;
}

/** Brings the row of the focus into view; the address says which word it is once nobody moves on. */
function showFocus(list: HTMLElement | null, index: number, word: string | null): void {
  const box = list?.querySelector('.paged');
  if (box) {
    const [top, bottom] = [index * ROW, (index + 2) * ROW];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  }
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    if (word === null || !location.pathname.startsWith('/screening')) return;
    const url = new URL(location.href);
    url.searchParams.set('word', word);
    history.replaceState(history.state, '', url);
  }, 400);
}

let addressTimer: ReturnType<typeof setTimeout> | undefined;
