import { useState } from 'preact/hooks';
import { compareWords } from '../../../../messages/web/compare.js';
import { queriesWords } from '../../../../messages/web/queries.js';
import { CodePicker } from '../../components/code-picker.js';
import { useAddress } from '../../state/address.js';
import { language, useWords } from '../../state/preferences.js';
import { PassageColumn } from './passage-column.js';
import { QueryView } from './query-view.js';
import { useCompareKeys } from './use-compare-keys.js';

/** Where in the address the page of each column stands. */
const OFFSETS = ['offset', 'offset2'] as const;

/** Constant comparison: the passages of one code, or of two side by side; all that is chosen stands in the address. */
export function ComparePage() {
  const say = useWords(compareWords);
  const { query, change, route } = useAddress();
  const [choosing, setChoosing] = useState<number | null>(null);
  const isQuery = query.get('show') === 'query';
  const codes = query.getAll('code').slice(0, OFFSETS.length);
  const shown = isQuery ? [] : codes;
  const caseId = query.get('case');
  const against = query.get('against') === '1';
  const others = query.get('others') === '1';
  const first = { offset: '', offset2: '' };
  const toggle = (name: 'against' | 'others', isOn: boolean) =>
    change({ ...first, [name]: isOn ? '' : '1' }, true);
  useCompareKeys({
    chooseBeside: () => !isQuery && setChoosing(Math.min(codes.length, 1)),
    toggleQuery: () => change({ show: isQuery ? '' : 'query' }),
    toggleAgainst: () => toggle('against', against),
    route,
  });
  return (
    <div class="compare">
      <div class="row">
        <h1>{say.title}</h1>
        <button type="button" aria-pressed={isQuery} onClick={() => change({ show: isQuery ? '' : 'query' })}>
          {queriesWords[language.value].query} <kbd>q</kbd>
        </button>
        {shown.length === 1 && (
          <button type="button" class="primary" onClick={() => setChoosing(1)}>
            {say.chooseOther} <kbd>b</kbd>
          </button>
        )}
        {shown.length === 2 && (
          <button type="button" onClick={() => change({ code: [...codes].reverse(), ...first }, true)}>
            {say.swap}
          </button>
        )}
        {shown.length > 0 && (
          <button type="button" aria-pressed={against} onClick={() => toggle('against', against)}>
            {say.against} <kbd>a</kbd>
          </button>
        )}
        {shown.length > 0 && (
          <button type="button" aria-pressed={others} onClick={() => toggle('others', others)}>
            {say.others}
          </button>
        )}
        {caseId !== null && !isQuery && (
          <>
            <span>{say.onlyCase(caseId)}</span>
            <button type="button" onClick={() => change({ case: '', ...first }, true)}>
              {say.allCases}
            </button>
          </>
        )}
      </div>
      {isQuery && <QueryView />}
      {!isQuery && codes.length === 0 && (
        <div class="note write-form">
          <p>{say.start}</p>
          <button type="button" class="primary" onClick={() => setChoosing(0)}>
            {say.choose}
          </button>
        </div>
      )}
      {shown.length > 0 && (
        <div class="compare-columns">
          {shown.map((code, at) => {
            const name = OFFSETS[at] ?? 'offset';
            return (
              <PassageColumn
                key={`${at} ${code}`}
                at={at}
                asked={{
                  code,
                  beside: codes[1 - at] ?? null,
                  caseId,
                  against,
                  others,
                  offset: Number(query.get(name) ?? 0),
                }}
                onPage={(offset) => change({ [name]: offset === 0 ? '' : String(offset) })}
                onChoose={() => setChoosing(at)}
                onClose={codes.length > 1 ? () => change({ code: [codes[1 - at] ?? ''], ...first }) : null}
              />
            );
          })}
        </div>
      )}
      {choosing !== null && (
        <CodePicker
          title={choosing === 0 ? say.choose : say.chooseOther}
          without={codes}
          onPick={({ id }) => {
            const next = [...codes];
            next[choosing] = id;
            change({ code: next, ...first });
          }}
          onClose={() => setChoosing(null)}
        />
      )}
    </div>
  );
}
