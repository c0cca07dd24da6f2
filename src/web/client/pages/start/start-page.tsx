import { useState } from 'preact/hooks';
import { shellWords } from '../../../../messages/web/shell.js';
import { startWords } from '../../../../messages/web/start.js';
import { Fetched } from '../../components/fetched.js';
import { Field } from '../../components/form-fields.js';
import { api } from '../../state/api.js';
import { progress } from '../../state/live.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { NewProject } from './new-project.js';
import { OpenByPath } from './open-by-path.js';
import { RecentProjects } from './recent-projects.js';
import { useStarting } from './use-starting.js';
import { Working } from './working.js';

/** Opens a project, or makes one: of files that are dropped or chosen, or of the sample. */
export function StartPage() {
  const say = useWords(startWords);
  const { pages } = useWords(shellWords);
  const start = useResource('start', () => api.start.$get());
  const starting = useStarting();
  const [folder, setFolder] = useState<string>();
  // Made on behalf of another page, or before this one was loaded.
  const isMaking = start.data?.isMaking === true && progress.value !== null;
  const isWorking = starting.isWorking || isMaking;
  // What was chosen stays while work is done: the form is hidden, not gone.
  return (
    <>
      {isWorking && <Working />}
      <Fetched {...start}>
        {(data) => (
          <div class="start" hidden={isWorking}>
            <h1>{pages.start}</h1>
            {starting.problem !== null && (
              <div class="start-problem" role="alert">
                <p>{starting.problem.message}</p>
                {starting.problem.retry !== undefined && (
                  <button type="button" onClick={starting.problem.retry}>
                    {say.update}
                  </button>
                )}
              </div>
            )}
            <section aria-labelledby="start-open">
              <h2 id="start-open">{say.openTitle}</h2>
              <RecentProjects recent={data.recent} open={data.open} onOpen={starting.open} />
              <OpenByPath onOpen={starting.open} />
              <h2>{say.sampleTitle}</h2>
              <p class="muted">{say.sampleNote}</p>
              <Field label={say.folder} value={folder ?? data.place.folder} onWrite={setFolder} />
              <p>
                <button
                  type="button"
                  class={data.recent.length === 0 ? 'primary' : ''}
                  onClick={() =>
                    starting.makeSample({ folder: folder ?? data.place.folder, name: say.sampleName })
                  }
                >
                  {say.sample}
                </button>
              </p>
            </section>
            <NewProject {...data} starting={starting} />
          </div>
        )}
      </Fetched>
    </>
  );
}
