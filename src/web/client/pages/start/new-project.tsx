import type { InferResponseType } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { startWords } from '../../../../messages/web/start.js';
import { Field, Tick } from '../../components/form-fields.js';
import { answerOf, api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';
import { refetch } from '../../state/resource.js';
import { CodebookChoice } from './codebook-choice.js';
import { DropFiles } from './drop-files.js';
import type { ChosenFile } from './read-dropped.js';
import { RegionChoice } from './region-choice.js';
import { SplitChoice } from './split-choice.js';
import { type Preview, UploadPreview } from './upload-preview.js';
import type { Starting } from './use-starting.js';

type StartData = InferResponseType<typeof api.start.$get>;

/** Makes a project of files: what is imported and how, what cleaning will do, and where it is saved. */
export function NewProject({
  place,
  uploads,
  codebooks,
  kinds,
  starting,
}: StartData & { readonly starting: Starting }) {
  const say = useWords(startWords);
  const [folder, setFolder] = useState(place.folder);
  const [name, setName] = useState(place.name);
  const [codebook, setCodebook] = useState('six-pillars');
  const [counted, setCounted] = useState(kinds.filter(({ isUsual }) => isUsual).map(({ kind }) => kind));
  const [splitBy, setSplitBy] = useState('');
  const [skipsBad, setSkipsBad] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  // It is written in the language that it was asked for in.
  useEffect(() => setPreview(null), [language.value]);
  /** What was seen is no longer what would be imported. */
  const changed = () => {
    setPreview(null);
    refetch('start');
  };
  const handOver = (chosen: readonly ChosenFile[]) => {
    if (chosen.length === 0) return;
    const form = new FormData();
    for (const { path, file } of chosen) {
      form.append('paths', path);
      form.append('files', file, file.name);
    }
    void starting.run(async () => {
      await answerOf(fetch('/api/start/files', { method: 'POST', body: form }));
      changed();
    });
  };
  const asCases = { kinds: counted, ...(splitBy !== '' && { splitBy }) };
  const look = async () =>
    setPreview(await starting.run(() => answerOf(api.start.preview.$post({ json: asCases }))));
  const hasFiles = uploads.files.length > 0;
  const mustSkip = (preview?.unreadable.length ?? 0) > 0;
  return (
    <section aria-labelledby="start-new">
      <h2 id="start-new">{say.title}</h2>
      <DropFiles
        uploads={uploads}
        onFiles={handOver}
        onClear={() => void answerOf(api.start.clear.$post()).then(changed)}
      />
      <CodebookChoice codebooks={codebooks} own={uploads.codebooks} value={codebook} onChoose={setCodebook} />
      <SplitChoice
        value={splitBy}
        onChoose={(next) => {
          setSplitBy(next);
          setPreview(null);
        }}
      />
      <RegionChoice
        kinds={kinds}
        counted={counted}
        onChange={(next) => {
          setCounted(next);
          setPreview(null);
        }}
      />
      <p>
        <button type="button" disabled={!hasFiles} onClick={() => void look()}>
          {say.look}
        </button>
      </p>
      {preview !== null && <UploadPreview {...preview} />}
      <Tick label={say.skipBad} value={skipsBad} onChange={setSkipsBad} />
      <div class="start-place">
        <Field label={say.name} value={name} onWrite={setName} />
        <Field label={say.folder} value={folder} onWrite={setFolder} />
      </div>
      <p>
        <button
          type="button"
          class="primary"
          disabled={!hasFiles || name.trim() === '' || counted.length === 0 || (mustSkip && !skipsBad)}
          onClick={() => starting.make({ folder, name, codebook, ...asCases, skipBad: skipsBad })}
        >
          {say.run}
        </button>{' '}
        <span class="muted">{!hasFiles ? say.filesFirst : mustSkip && !skipsBad ? say.skipFirst : ''}</span>
      </p>
    </section>
  );
}
