import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import type { BrowsedCodes } from '../../../../workflow/browse-codes.js';
import type { CodeSuggestion } from '../../../../workflow/suggest.js';
import { Fetched } from '../../components/fetched.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { AskDialog } from './ask-dialog.js';
import { ChosenCode, NoCode } from './chosen-code.js';
import { codeActs } from './code-acts.js';
import { CodeColumns } from './code-columns.js';
import { keepRowFocus, placeOfFocus, type RowPlace } from './code-focus.js';
import type { Writing } from './code-panel.js';
import { codeRow, pathOf, splitRow, wordRow } from './code-rows.js';
import { CodesHead, viewOf } from './codes-head.js';
import { CodesView } from './codes-view.js';
import { type Asking, useCodeKeys } from './use-code-keys.js';
import { useDrag } from './use-drag.js';
import { useSuggestions } from './use-suggestions.js';
import { WordPanel } from './word-panel.js';

/** The codes of a codebook, level by level, with the keywords that wait for one; the chosen one stands in the address. */
export function CodesPage() {
  const { query } = useAddress();
  const codebook = query.get('codebook') ?? '';
  const asked = codebook === '' ? {} : { codebook };
  const columns = useResource(`code columns ${codebook}`, () => api.codes.columns.$get({ query: asked }));
  const shown = viewOf(query);
  return (
    <Fetched {...columns}>
      {(codes: BrowsedCodes) =>
        shown === null ? <Codes codes={codes} /> : <CodesView codes={codes} shown={shown} />
      }
    </Fetched>
  );
}

function Codes({ codes }: { readonly codes: BrowsedCodes }) {
  const say = useWords(codesWords);
  const { query, change, route } = useAddress();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const [writing, setWriting] = useState<Writing>(null);
  const { id: codebook } = codes.codebook;
  const isInUse = codes.codebooks[0]?.id === codebook || codes.codebooks.length === 0;
  const acts = useMemo(() => codeActs(codebook), [codebook, say]);
  const code = codes.codes.find(({ id }) => id === query.get('code'));
  const word = code ? undefined : codes.unmapped.find((one) => one.word === query.get('word'))?.word;
  const chosen = code ? codeRow(code.id) : word === undefined ? null : wordRow(word);
  const suggestions = useSuggestions(word, codebook);

  const choose = (row: string | null) => {
    setWriting(null);
    const [kind, name] = row === null ? ['', ''] : splitRow(row);
    change({ code: kind === 'code' ? name : '', word: kind === 'word' ? name : '' }, true);
  };
  const place = useRef<RowPlace>({ column: -1, row: -1 });
  const done = (result: unknown) => {
    if (result !== null) setMarked(new Set());
    return result;
  };
  const drop = (from: string, to: string) => {
    const [kind, name] = splitRow(from);
    const target = codes.codes.find(({ id }) => codeRow(id) === to);
    const moved = codes.codes.find(({ id }) => codeRow(id) === from);
    if (target === undefined || !isInUse) return;
    if (kind === 'word') void acts.mapWords([name], target.label, false).then(done);
    else if (moved?.level === target.level) void acts.merge([moved], target).then(done);
    else if (moved) void acts.move([moved], target).then(done);
  };
  const drag = useDrag(drop);
  const takeSuggestion = (one: CodeSuggestion | undefined) => {
    if (one && word !== undefined) void acts.mapWords([word], one.code, false).then(done);
  };
  useCodeKeys({
    codes,
    chosen,
    marked,
    isInUse,
    acts,
    suggestions,
    choose,
    mark: (row) => setMarked(toggled(marked, row)),
    clear: () => (marked.size > 0 ? setMarked(new Set()) : choose(null)),
    ask: setAsking,
    write: setWriting,
    takeSuggestion,
    route,
    show: (view) => change({ show: view, from: view === 'theory' && code ? code.id : '' }),
  });
  // What was found takes the focus; a row that an act took away leaves it to the one at its place.
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && (chosen !== null || place.current.row >= 0)) keepRowFocus(chosen, place.current);
  }, [codes, chosen, asking]);
  const at = placeOfFocus();
  if (at.row >= 0) place.current = at;

  return (
    <div class="codes">
      <div class="row">
        <CodesHead codes={codes} />
        <button type="button" onClick={() => setAsking({ kind: 'find', rows: [] })}>
          {say.find} <kbd>/</kbd>
        </button>
        {chosen !== null && (
          <button type="button" onClick={() => choose(null)}>
            {say.showAll}
          </button>
        )}
        {marked.size > 0 && (
          <button type="button" onClick={() => setMarked(new Set())}>
            {say.marked(marked.size)} · {say.clearMarks}
          </button>
        )}
        <span class="space" />
        <small class="muted">{say.counts}</small>
      </div>
      {!isInUse && <p class="muted">{say.onlyRead}</p>}
      <div class="codes-body">
        <CodeColumns
          codes={codes}
          path={code ? pathOf(codes.codes, code.id) : []}
          chosen={chosen}
          marked={marked}
          drag={drag}
          onChoose={choose}
        />
        <aside class="panel codes-aside" aria-label={say.panel} tabIndex={-1}>
          {code !== undefined && (
            <ChosenCode
              key={code.id}
              code={code}
              codes={codes}
              acts={acts}
              isInUse={isInUse}
              writing={writing}
              onWrite={setWriting}
              onAsk={setAsking}
            />
          )}
          {word !== undefined && (
            <WordPanel
              word={word}
              suggestions={suggestions}
              onTake={takeSuggestion}
              onPick={() => setAsking({ kind: 'move', rows: [wordRow(word)] })}
              onFound={() => setAsking({ kind: 'group', rows: [wordRow(word)] })}
            />
          )}
          {chosen === null && <NoCode codes={codes} />}
        </aside>
      </div>
      {asking !== null && (
        <AskDialog
          codes={codes}
          asking={asking}
          acts={acts}
          onDone={done}
          onFound={(id) => choose(codeRow(id))}
          onCompare={(one, other) =>
            route(
              `/compare?${new URLSearchParams([
                ['code', one],
                ['code', other],
              ])}`,
            )
          }
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function toggled(rows: ReadonlySet<string>, row: string): ReadonlySet<string> {
  const next = new Set(rows);
  if (!next.delete(row)) next.add(row);
  return next;
}
