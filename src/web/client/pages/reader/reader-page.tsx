import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { passagesWords } from '../../../../messages/web/passages.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import { CodePicker } from '../../components/code-picker.js';
import { Fetched } from '../../components/fetched.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { Everywhere } from './everywhere.js';
import type { Overlay } from './line-layers.js';
import { PassagePanel } from './passage-panel.js';
import { findWords, numbersOf, spanNamed, wordsOf } from './read-places.js';
import { readerActs } from './reader-acts.js';
import { ReaderBar } from './reader-bar.js';
import { CasePanel, MarkerLine, SelectionPanel } from './reader-panel.js';
import { ReaderText } from './reader-text.js';
import { showSpan } from './show-span.js';
import { copyQuote, useCoding } from './use-coding.js';
import { useEdges, withEdges } from './use-edges.js';
import { useReaderKeys } from './use-reader-keys.js';
import { layersOf, useReading } from './use-reading.js';

/** Hits of a search that are marked. */
const MOST_HITS = 2000;

const NO_SPANS: readonly Span[] = [];

/** A case, read and coded: its text with all that is laid over it, and beside it what is chosen there. */
export function ReaderPage({ id }: { readonly id: string }) {
  // Another case begins with nothing selected.
  return <Reader key={id} id={id} />;
}

function Reader({ id }: { readonly id: string }) {
  const say = useWords(readerWords);
  const of = useWords(passagesWords);
  const { query, change, route } = useAddress();
  const form = query.get('form') === 'raw' ? 'raw' : 'clean';
  const shown = layersOf(query);
  const { data: project } = useResource('project', () => api.project.$get());
  const { coding, error, lines, find, words } = useReading(id, form, shown);
  const places = useMemo(() => ({ lines, find }), [lines, find]);
  const acts = useMemo(() => readerActs(id, shown.has('others')), [id, shown.has('others')]);
  const passages = coding?.passages ?? [];
  const chosen = passages.find((one) => one.id === query.get('passage')) ?? null;
  const choose = (passage: string | null) => change({ passage: passage ?? '' }, true);
  const { selected, select, marker, setMarker, dialog, setDialog, pick, found, inVivo } = useCoding({
    places,
    acts,
    chosen,
    choose,
  });
  const edges = useEdges({ places, acts, chosen, choose });
  const search = useRef<HTMLInputElement>(null);
  const [isWriting, setWriting] = useState(false);
  const [hit, setHit] = useState(0);
  const wanted = query.get('find') ?? '';
  const hits = useMemo(() => findWords(lines, wanted, MOST_HITS), [lines, wanted]);
  const goToHit = (step: 1 | -1 | 0) => {
    const at = hits.length === 0 ? 0 : (hit + step + hits.length) % hits.length;
    setHit(at);
    if (hits[at]) showSpan(places, hits[at]);
  };
  useEffect(() => setHit(0), [hits]);
  const named = useMemo(() => spanNamed(query.get('at'), lines), [query.get('at'), lines]);
  useEffect(() => {
    if (named) showSpan(places, named);
  }, [named]);
  useEffect(() => {
    if (chosen) showSpan(places, chosen);
  }, [chosen?.id, lines]);
  // Before a key that follows at once begins to write.
  useLayoutEffect(() => setWriting(false), [chosen?.id]);
  const copy = () => selected && copyQuote(places, selected, id);
  useReaderKeys({
    coding,
    places,
    selected,
    chosen,
    marker,
    acts,
    isDone: coding?.done.some(({ coder }) => coder === project?.coder) === true,
    edges,
    select,
    choose,
    setDialog,
    setMarker,
    inVivo,
    copy,
    write: () => setWriting(true),
    toggleForm: () => change({ form: form === 'raw' ? '' : 'raw' }, true),
    search: () => search.current?.focus(),
    route,
  });
  const overlay: Overlay = {
    passages: shown.has('codings') ? withEdges(passages, edges.moved) : [],
    chosen: chosen?.id ?? null,
    words,
    hits: wanted !== '' ? hits : named ? [named] : NO_SPANS,
    hitHere: wanted !== '' ? (hits[hit] ?? null) : named,
    selected,
    showsRegions: shown.has('regions'),
  };
  const numbers = selected && numbersOf(places, selected);
  return (
    <Fetched data={coding} error={error} isLoading={coding === null}>
      {(read) => (
        <div class="reader">
          <ReaderBar
            coding={read}
            form={form}
            search={search}
            hits={hits.length}
            hit={hit}
            onHit={(step) => goToHit(step)}
          />
          <ReaderText
            places={places}
            overlay={overlay}
            showsKinds={shown.has('regions')}
            isAtStart={!['passage', 'at', 'find'].some((name) => query.has(name))}
            onSelect={select}
            onChoose={choose}
          />
          <aside class="panel reader-panel" aria-label={say.panel} tabIndex={-1}>
            <MarkerLine marker={marker} onPick={() => setDialog('marker')} onStop={() => setMarker(null)} />
            {selected ? (
              <SelectionPanel
                words={wordsOf(places, selected)}
                place={numbers ? of.place(id, numbers.paragraph, numbers.sentence) : ''}
                onCode={() => setDialog('code')}
                onInVivo={inVivo}
                onCopy={() => void copy()}
                onCancel={() => select(null)}
              />
            ) : chosen ? (
              <PassagePanel
                passage={chosen}
                caseId={id}
                words={edges.moved ? wordsOf(places, edges.moved.span) : chosen.quote}
                acts={acts}
                isWriting={isWriting}
                onWrite={setWriting}
                onRecode={() => setDialog('recode')}
              />
            ) : query.get('everywhere') === '1' && wanted !== '' && !isWriting ? (
              <Everywhere words={wanted} />
            ) : (
              <CasePanel
                coding={read}
                coder={project?.coder ?? ''}
                acts={acts}
                isWriting={isWriting}
                onWrite={setWriting}
                onChoose={choose}
              />
            )}
          </aside>
          {dialog !== null && (
            <CodePicker
              title={{ code: say.pick, recode: of.recodeAs, marker: say.markerPick }[dialog]}
              onPick={pick}
              {...(dialog === 'code' && { onFound: found })}
              onClose={() => setDialog(null)}
            />
          )}
        </div>
      )}
    </Fetched>
  );
}
