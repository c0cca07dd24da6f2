import { useState } from 'preact/hooks';
import { startWords } from '../../../messages/web/start.js';
import { Fetched } from '../components/fetched.js';
import { showToast } from '../state/acts.js';
import { answerOf, api } from '../state/api.js';
import { progress } from '../state/live.js';
import { useWords } from '../state/preferences.js';
import { refetch, useResource } from '../state/resource.js';

type Making = Promise<{ readonly ok: boolean; json(): Promise<{ readonly cases: number }> }>;

/** Makes a project where there is none: of files that are dropped or chosen, or of the sample. */
export function StartPage() {
  const say = useWords(startWords);
  const start = useResource('start', () => api.start.$get());
  const [files, setFiles] = useState<readonly File[]>([]);
  const [codebook, setCodebook] = useState('six-pillars');
  const [skipsBad, setSkipsBad] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const make = async (making: Making) => {
    setWorking(true);
    try {
      const { cases } = await answerOf(making);
      showToast({ text: say.made(cases), kind: 'done', canUndo: false });
      refetch('project');
    } catch (error) {
      showToast({
        text: error instanceof Error ? error.message : String(error),
        kind: 'refused',
        canUndo: false,
      });
    } finally {
      setWorking(false);
    }
  };
  const upload = () => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    form.set('codebook', codebook);
    if (skipsBad) form.set('skipBad', 'yes');
    void make(fetch('/api/start/files', { method: 'POST', body: form }));
  };
  if (isWorking) return <Working />;
  return (
    <Fetched {...start}>
      {({ path, codebooks }) => (
        <div class="start">
          <h1>{say.title}</h1>
          <p class="muted">{say.place(path)}</p>
          <label
            class="start-drop"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              setFiles([...(event.dataTransfer?.files ?? [])]);
            }}
          >
            <span>{files.length === 0 ? say.drop : say.chosen(files.length)}</span>
            <input
              class="hidden"
              type="file"
              multiple
              onChange={({ currentTarget }) => setFiles([...(currentTarget.files ?? [])])}
            />
          </label>
          <label class="row">
            {say.codebook}
            <select value={codebook} onChange={({ currentTarget }) => setCodebook(currentTarget.value)}>
              {codebooks.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
              <option value="none">{say.noCodebook}</option>
            </select>
          </label>
          <label>
            <input
              type="checkbox"
              checked={skipsBad}
              onChange={({ currentTarget }) => setSkipsBad(currentTarget.checked)}
            />{' '}
            {say.skipBad}
          </label>
          <div class="row">
            <button type="button" class="primary" disabled={files.length === 0} onClick={upload}>
              {say.run}
            </button>
            <button type="button" onClick={() => void make(api.start.sample.$post())}>
              {say.sample}
            </button>
          </div>
          <p class="muted">{say.sampleNote}</p>
        </div>
      )}
    </Fetched>
  );
}

/** How far it is, and a way to stop it. */
function Working() {
  const say = useWords(startWords);
  const { step, done, total } = progress.value ?? { step: null, done: 0, total: null };
  return (
    <div class="start" role="status">
      <h1>{step === null ? say.working : (say.steps[step] ?? step)}</h1>
      <progress aria-label={say.title} value={total === null ? undefined : done} max={total ?? undefined} />
      <button type="button" onClick={() => void api.start.cancel.$post()}>
        {say.cancel}
      </button>
    </div>
  );
}
