import { useState } from 'preact/hooks';
import { agreementWords } from '../../../../messages/web/agreement.js';
import { passagesWords } from '../../../../messages/web/passages.js';
import type { AdjudicationReason } from '../../../../model/adjudication-reason.js';
import type { BrowsedDisagreement } from '../../../../workflow/browse-disagreements.js';
import { caseAddress } from '../../components/case-address.js';
import { useDraft } from '../../state/draft.js';
import { useWords } from '../../state/preferences.js';

/** Why somebody decides as they do. */
export interface Grounds {
  readonly why: AdjudicationReason | undefined;
  readonly reason: string;
}

/** A disagreement, and what becomes of the choice of a coder. */
export interface DisagreementCardProps {
  readonly row: BrowsedDisagreement;
  readonly nameOf: (coder: string) => string;
  /** Gives null where it was refused. */
  readonly onTake: (coder: string, grounds: Grounds) => Promise<unknown>;
}

/** Where what coders differ about is read: the sentence in its case, or the word in its contexts. */
export function placeAddress({ sentence, place, word }: BrowsedDisagreement): string {
  if (word !== null) return `/tables/table/kwic?${new URLSearchParams({ word })}`;
  return caseAddress(place, sentence ?? undefined);
}

/** Goes from a field back to its disagreement, where numbers choose a coder. */
function leaveField(event: KeyboardEvent): void {
  if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  event.preventDefault();
  (event.currentTarget as Element).closest<HTMLElement>('[data-passage]')?.focus();
}

/** What coders differ about, with what each says side by side. */
export function DisagreementCard({ row, nameOf, onTake }: DisagreementCardProps) {
  const say = useWords(agreementWords);
  const of = useWords(passagesWords);
  const [why, setWhy] = useState<Grounds['why']>(undefined);
  const [written, write] = useDraft(`settle ${row.id}`);
  const reason = written ?? '';
  const take = (coder: string) =>
    void onTake(coder, { why, reason }).then((done) => done !== null && write(null));
  const { sentence, word, place, coders, questions } = row;
  return (
    <>
      <p class="dispute-text">
        {sentence === null ? (
          <b>{word}</b>
        ) : (
          <>
            {sentence.parts[0]}
            <mark>{sentence.parts[1]}</mark>
            {sentence.parts[2]}
          </>
        )}{' '}
        <a class="dispute-place" href={placeAddress(row)}>
          {sentence === null
            ? `${say.group(place)} · ${say.contexts}`
            : of.place(place, sentence.paragraph, sentence.sentence)}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="agreement-scroll" tabIndex={0} aria-label={say.verdictsLabel}>
        <table class="dispute-verdicts">
          <thead>
            <tr>
              <td />
              {coders.map((coder, at) => (
                <th key={coder}>
                  <button type="button" data-take={at + 1} onClick={() => take(coder)}>
                    {say.take(nameOf(coder))} <kbd>{at + 1}</kbd>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <tr key={question.code ?? question.about}>
                <th scope="row">
                  {question.about === 'code' ? question.code : say.questions[question.about]}
                </th>
                {coders.map((coder) => {
                  const said = question.verdicts.find((one) => one.coder === coder);
                  return (
                    <td key={coder} class={`dispute-${said?.verdict ?? 'none'}`}>
                      {said ? (say.verdicts[said.verdict] ?? said.verdict) : say.noVerdict}
                      {said && said.into !== null && ` → ${said.into}`}
                      {said && said.reason !== '' && <span class="muted"> {said.reason}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div class="row dispute-grounds">
        <label>
          {say.why} <kbd>w</kbd>{' '}
          <select
            data-ground="why"
            onKeyDown={leaveField}
            value={why ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setWhy(value === '' ? undefined : (value as AdjudicationReason))
            }
          >
            {Object.entries(say.whys).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label class="dispute-reason">
          <span>
            {say.reason} <kbd>r</kbd>
          </span>
          <input
            data-ground="reason"
            onKeyDown={leaveField}
            value={reason}
            onInput={({ currentTarget }) => write(currentTarget.value || null)}
          />
        </label>
      </div>
    </>
  );
}
