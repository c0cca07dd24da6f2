import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import type { BrowsedCode, BrowsedCodes } from '../../../../workflow/browse-codes.js';
import { useWords } from '../../state/preferences.js';
import { codeRow, wordRow } from './code-rows.js';
import type { useDrag } from './use-drag.js';

/** The columns, what is chosen and marked in them, and what becomes of a click. */
export interface CodeColumnsProps {
  readonly codes: BrowsedCodes;
  /** The chosen row and the codes above it; columns show what is under these. */
  readonly path: readonly string[];
  readonly chosen: string | null;
  readonly marked: ReadonlySet<string>;
  readonly drag: ReturnType<typeof useDrag>;
  readonly onChoose: (row: string) => void;
}

/** A column for each level of the codebook, and one of the keywords that no code took. */
export function CodeColumns(props: CodeColumnsProps) {
  const { codes } = props;
  return (
    <div class="codes-columns">
      {codes.levels.map(({ id, name }) => (
        <CodeColumn key={id} {...props} level={id} name={name} />
      ))}
      <WordColumn {...props} />
    </div>
  );
}

function CodeColumn({
  level,
  name,
  ...props
}: CodeColumnsProps & { readonly level: string; readonly name: string }) {
  const say = useWords(codesWords);
  const { codes, path } = props;
  const shown = codesShown(codes, level, path);
  return (
    <section class="codes-column" aria-label={name}>
      <h2>
        {name} <span class="muted">{shown.length}</span>
      </h2>
      <ul>
        {shown.map((code) => (
          <li key={code.id}>
            <Row
              {...props}
              row={codeRow(code.id)}
              isAbove={path.includes(code.id)}
              title={say.countsOf(code.references, code.cases, code.keywords)}
            >
              <span class="codes-label">{code.label}</span>
              <span class="codes-counts">
                {code.references} · {code.cases} · {code.keywords}
              </span>
            </Row>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="muted">{say.empty}</p>}
    </section>
  );
}

/** The codes of a level that are under the lowest chosen code above that level; all of them where none is. */
function codesShown(
  { codes, levels }: BrowsedCodes,
  level: string,
  path: readonly string[],
): readonly BrowsedCode[] {
  const depthOf = (id: string) => levels.findIndex((one) => one.id === id);
  const byId = new Map(codes.map((one) => [one.id, one]));
  const above = path.findLast((id) => depthOf(byId.get(id)?.level ?? '') < depthOf(level));
  const isUnder = (code: BrowsedCode): boolean => {
    for (let at: BrowsedCode | undefined = code; at; at = byId.get(at.parent ?? '')) {
      if (at.id === above) return true;
    }
    return false;
  };
  return codes.filter((one) => one.level === level && (above === undefined || isUnder(one)));
}

/** Keywords that are drawn; the field above finds the others. */
const SHOWN = 200;

function WordColumn(props: CodeColumnsProps) {
  const say = useWords(codesWords);
  const [find, setFind] = useState('');
  const { unmapped } = props.codes;
  const found = unmapped.filter(({ word }) => word.includes(find.trim()));
  return (
    <section class="codes-column codes-words" aria-label={say.unmapped}>
      <h2>
        {say.unmapped} <span class="muted">{unmapped.length}</span>
      </h2>
      {unmapped.length > SHOWN / 4 && (
        <input
          type="search"
          aria-label={say.findWord}
          placeholder={say.findWord}
          value={find}
          onInput={({ currentTarget }) => setFind(currentTarget.value)}
        />
      )}
      <ul>
        {found.slice(0, SHOWN).map(({ word, cases }) => (
          <li key={word}>
            <Row {...props} row={wordRow(word)} isAbove={false} title={say.wordCases(cases)}>
              <span class="codes-label">{word}</span>
              <span class="codes-counts">{cases}</span>
            </Row>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p class="muted">+ {found.length - SHOWN}</p>}
      {unmapped.length === 0 && <p class="muted">{say.unmappedNone}</p>}
    </section>
  );
}

function Row({
  row,
  isAbove,
  title,
  chosen,
  marked,
  drag,
  onChoose,
  children,
}: CodeColumnsProps & {
  readonly row: string;
  readonly isAbove: boolean;
  /** What its numbers count. */
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { drag: dragged, propsOf, endsDrag } = drag;
  const state = [
    isAbove ? 'above' : '',
    marked.has(row) ? 'marked' : '',
    dragged?.from === row ? 'dragged' : '',
    dragged?.over === row && dragged.from !== row ? 'target' : '',
  ];
  return (
    <button
      type="button"
      class={`codes-row ${state.filter((one) => one !== '').join(' ')}`}
      data-row={row}
      title={title}
      aria-current={row === chosen ? 'true' : undefined}
      {...propsOf(row)}
      onClick={() => {
        if (!endsDrag()) onChoose(row);
      }}
    >
      {marked.has(row) && <span aria-hidden="true">✓ </span>}
      {children}
    </button>
  );
}
