import { handedWords } from '../../../../messages/web/handed.js';
import { showRefusal } from '../../state/acts.js';
import { answerOf } from '../../state/api.js';
import { atPlace } from '../../state/at-place.js';
import { useWords } from '../../state/preferences.js';
import { FileDrop } from './file-drop.js';

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

/** Which of two is to be in force. */
interface SettledOne {
  readonly earlier: string;
  readonly later: string;
  readonly kept: Kept;
}

/** Which of them are to be in force, by the id of the later one. */
export type Settled = Readonly<Record<string, SettledOne>>;

/** Has one choose, for each conflict, which decision is in force: here, or in a sheet that is saved and comes back. */
export function ConflictSheet({
  conflicts,
  sheet,
  settled,
  onSettle,
}: {
  readonly conflicts: readonly Conflict[];
  readonly sheet: string | null;
  readonly settled: Settled;
  readonly onSettle: (settled: Settled) => void;
}) {
  const say = useWords(handedWords);
  if (conflicts.length === 0) return null;
  const takeSheet = async (file: File) => {
    const form = new FormData();
    form.set('file', file, file.name);
    try {
      const read = fetch('/api/handed/settled', { method: 'POST', body: form });
      const known = (await answerOf<readonly SettledOne[]>(read)).filter((one) =>
        conflicts.some(({ earlier, later }) => earlier.id === one.earlier && later.id === one.later),
      );
      onSettle({ ...settled, ...Object.fromEntries(known.map((one) => [one.later, one])) });
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <>
      <p>{say.conflicts(conflicts.length, conflicts.length - Object.keys(settled).length)}</p>
      <p>
        <a class="button" href={`data:;base64,${sheet}`} download={say.conflictFile}>
          {say.saveConflicts}
        </a>
      </p>
      <FileDrop text={say.dropConflicts} onFile={(file) => void takeSheet(file)} />
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
