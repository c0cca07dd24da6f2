import { useState } from 'preact/hooks';
import { checkWords } from '../../../../messages/web/check.js';
import type { CheckedCoding, CheckedPassage } from '../../../../workflow/check-coding.js';
import type { CoderTally } from '../../../../workflow/tally-coders.js';
import { caseAddress } from '../../components/case-address.js';
import { Fetched } from '../../components/fetched.js';
import { Pager } from '../../components/pager.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useKept, useResource } from '../../state/resource.js';
import { focusedPassage, focusStep } from '../compare/passage-focus.js';
import { CheckCard } from './check-card.js';
import { ReturnedToMe } from './returned-to-me.js';
import { agree, CHECK_PAGE, useCheck, useCheckKeys, type Writing } from './use-check.js';

/** Checks a sample of what somebody coded; what was returned to oneself comes first. */
export function CheckView() {
  const say = useWords(checkWords);
  const { query, change } = useAddress();
  const of = query.get('of') ?? '';
  const sample = query.get('sample') ?? '20';
  const seed = query.get('seed') ?? '1';
  const { data: coders } = useResource('coders', (sending) => api.agreement.coders.$get({}, sending));
  const { data: project } = useResource('project', () => api.project.$get());
  const names = (coders ?? []).flatMap(({ coder, coded, reviewed }: CoderTally) =>
    coded + reviewed > 0 && coder !== project?.coder ? coder : [],
  );
  return (
    <>
      <ReturnedToMe />
      <div class="row">
        <label>
          {say.of}{' '}
          <select
            value={of}
            onChange={({ currentTarget }) => change({ of: currentTarget.value, offset: '' })}
          >
            <option value="">{say.nobody}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say.sample}{' '}
          <input
            size={6}
            value={sample}
            onChange={({ currentTarget }) => change({ sample: currentTarget.value.trim(), offset: '' })}
          />
        </label>
        <label>
          {say.seed}{' '}
          <input
            type="number"
            min={0}
            value={seed}
            onChange={({ currentTarget }) => change({ seed: currentTarget.value.trim(), offset: '' })}
          />
        </label>
      </div>
      {of === '' ? (
        <p class="note">{say.start}</p>
      ) : (
        <Sample key={`${of} ${sample} ${seed}`} of={of} sample={sample} seed={seed} />
      )}
    </>
  );
}

function Sample(asked: { readonly of: string; readonly sample: string; readonly seed: string }) {
  const say = useWords(checkWords);
  const { query, route } = useAddress();
  const offset = Number(query.get('offset') ?? 0);
  const shown = useCheck({ ...asked, offset });
  const [writing, setWriting] = useState<Writing | null>(null);
  const focused = () => shown.data?.rows.find(({ id }) => id === focusedPassage()?.id);
  const withFocused = (work: (row: CheckedPassage) => void) => () => {
    const row = focused();
    if (row) work(row);
  };
  const agreeTo = (row: CheckedPassage) =>
    void agree(row).then((isNew) => isNew !== null && focusStep(row.id, 1));
  const begin = (type: Writing['type']) => (row: CheckedPassage) => setWriting({ id: row.id, type });
  useCheckKeys({
    step: (by) => focusStep(focusedPassage()?.id ?? null, by),
    agree: withFocused(agreeTo),
    comment: withFocused(begin('note')),
    giveBack: withFocused(begin('return')),
    read: withFocused((row) => route(caseAddress(row.caseId, row))),
  });
  return (
    <Fetched {...useKept(shown)}>
      {({ coded, drawn, counts, rows }: CheckedCoding) => (
        <>
          <p>
            <b>{say.drawn(drawn, coded)}</b>{' '}
            <span class="muted">
              {say.counts(counts.open, counts.agreed, counts.returned, counts.answered)}
            </span>
          </p>
          {drawn === 0 && <p class="note">{say.none}</p>}
          <ol class="disputes" data-column={0}>
            {rows.map((row) => (
              <CheckCard
                key={row.id}
                row={row}
                writing={writing?.id === row.id ? writing.type : null}
                onAgree={() => agreeTo(row)}
                onWrite={(type) => setWriting(type === null ? null : { id: row.id, type })}
              />
            ))}
          </ol>
          <Pager offset={offset} size={CHECK_PAGE} total={drawn} />
        </>
      )}
    </Fetched>
  );
}
