import { useState } from 'preact/hooks';
import { handedWords } from '../../../../messages/web/handed.js';
import { Choice, Field, Tick } from '../../components/form-fields.js';
import { UnderWay } from '../../components/under-way.js';
import { showRefusal } from '../../state/acts.js';
import { answerOf } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { type Conflict, ConflictSheet, type Settled } from './conflict-sheet.js';
import { FileDrop } from './file-drop.js';

/** What a file would do, or did. */
interface Told {
  readonly seen?: number;
  readonly lines: readonly string[];
  /** Of each kind the first. */
  readonly problems: readonly string[];
  /** How many there are. */
  readonly bad: number;
  readonly conflicts: readonly Conflict[];
  readonly conflictSheet: string | null;
}

const FIRST = {
  isNew: false,
  skipBad: false,
  attendees: '',
  settle: '' as keyof (typeof handedWords)['zh']['settles'],
  settled: {} as Settled,
};

/** Takes in a file that came back: first it is said what it would do, then it is done. */
export function TakeBack() {
  const say = useWords(handedWords);
  const [file, setFile] = useState<File | null>(null);
  const [how, setHow] = useState(FIRST);
  const [told, setTold] = useState<Told | null>(null);
  const [doing, setDoing] = useState<'checking' | 'taking' | null>(null);
  const [isTaken, setTaken] = useState(false);
  const send = async (route: 'check' | 'take', given: File, options: typeof FIRST) => {
    setDoing(route === 'check' ? 'checking' : 'taking');
    const form = formOf(given, options, route === 'take' ? told?.seen : undefined);
    try {
      setTold(await answerOf<Told>(fetch(`/api/handed/${route}`, { method: 'POST', body: form })));
      setTaken(route === 'take');
    } catch (error) {
      if (route === 'check') setTold(null);
      showRefusal(error);
    } finally {
      setDoing(null);
    }
  };
  const choose = (given: File) => {
    if (doing !== null) return showRefusal(new Error(say[doing]));
    const options = { ...how, settled: {} };
    setFile(given);
    setHow(options);
    setTold(null);
    void send('check', given, options);
  };
  const change = (options: typeof FIRST) => {
    setHow(options);
    setTold(null);
    if (file !== null && !isTaken) void send('check', file, options);
  };
  return (
    <section class="panel handed-part" aria-label={say.back}>
      <h2>{say.back}</h2>
      <FileDrop text={file === null ? say.drop : say.chosenFile(file.name)} onFile={choose} />
      <fieldset class="handed-form" disabled={doing !== null}>
        <Tick label={say.isNew} value={how.isNew} onChange={(isNew) => change({ ...how, isNew })} />
        <Tick label={say.skipBad} value={how.skipBad} onChange={(skipBad) => change({ ...how, skipBad })} />
        <Field
          label={say.attendees}
          value={how.attendees}
          onWrite={(attendees) => setHow({ ...how, attendees })}
        />
        <Choice
          label={say.settle}
          value={how.settle}
          words={say.settles}
          onChoose={(settle) => change({ ...how, settle })}
        />
      </fieldset>
      <div role="status">
        {doing !== null && <UnderWay text={say[doing]} />}
        {told !== null && (
          <>
            <h3>{isTaken ? say.done : say.wouldDo}</h3>
            <ul class="agreement-lines">
              {told.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
              <li>{say.undo}</li>
            </ul>
            {told.bad > 0 && (
              <>
                <p>{say.problems(told.bad)}</p>
                <ul class="handed-problems">
                  {told.problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </>
            )}
            {!isTaken && how.settle === '' && (
              <ConflictSheet
                conflicts={told.conflicts}
                sheet={told.conflictSheet}
                settled={how.settled}
                onSettle={(settled) => setHow({ ...how, settled })}
              />
            )}
            {!isTaken && file !== null && (
              <button
                type="button"
                class="primary"
                disabled={doing !== null || (told.bad > 0 && !how.skipBad) || isOpen(told.conflicts, how)}
                onClick={() => void send('take', file, how)}
              >
                {say.take}
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function formOf(file: File, how: typeof FIRST, seen: number | undefined): FormData {
  const form = new FormData();
  form.set('file', file, file.name);
  if (seen !== undefined) form.set('seen', String(seen));
  if (how.isNew) form.set('isNew', 'yes');
  if (how.skipBad) form.set('skipBad', 'yes');
  if (how.attendees.trim() !== '') form.set('attendees', how.attendees);
  if (how.settle !== '') form.set('settle', how.settle);
  form.set('settled', JSON.stringify(Object.values(how.settled)));
  return form;
}

/** Whether contradicting decisions are left of which nobody said which is in force. */
function isOpen(conflicts: readonly Conflict[], { settle, settled }: typeof FIRST): boolean {
  return settle === '' && Object.keys(settled).length < conflicts.length;
}
