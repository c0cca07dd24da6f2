import { handedWords } from '../../../../messages/web/handed.js';
import { atPlace } from '../../state/at-place.js';
import { useWords } from '../../state/preferences.js';

/** One of two contradicting decisions, in the words of the history. */
interface OneSide {
  readonly id: string;
  readonly text: string;
  readonly coder: string;
  readonly time: string;
}

type Kept = 'earlier' | 'later';

/** Two decisions of two projects about one thing that contradict each other. */
export type Conflict = Readonly<Record<Kept, OneSide>>;

/** Which of them are to be in force, by the id of the later one. */
export type Settled = Readonly<
  Record<string, { readonly earlier: string; readonly later: string; readonly kept: Kept }>
>;

/** Has one choose, for each conflict, which decision is in force. */
export function ConflictSheet({
  conflicts,
  settled,
  onSettle,
}: {
  readonly conflicts: readonly Conflict[];
  readonly settled: Settled;
  readonly onSettle: (settled: Settled) => void;
}) {
  const say = useWords(handedWords);
  if (conflicts.length === 0) return null;
  return (
    <>
      <p>{say.conflicts(conflicts.length, conflicts.length - Object.keys(settled).length)}</p>
      <ol class="handed-conflicts">
        {conflicts.map((conflict) => {
          const { earlier, later } = conflict;
          return (
            <li key={later.id}>
              {(['earlier', 'later'] as const).map((kept) => {
                const { text, coder, time } = conflict[kept];
                const one = { earlier: earlier.id, later: later.id, kept };
                return (
                  <label key={kept}>
                    <input
                      type="radio"
                      name={later.id}
                      checked={settled[later.id]?.kept === kept}
                      onChange={() => onSettle({ ...settled, [later.id]: one })}
                    />{' '}
                    {text}{' '}
                    <span class="muted">
                      {coder} · {atPlace(time)}
                    </span>
                  </label>
                );
              })}
            </li>
          );
        })}
      </ol>
    </>
  );
}
