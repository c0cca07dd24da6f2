import { overviewWords } from '../../../messages/web/overview.js';
import { Fetched } from '../components/fetched.js';
import { api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';
import { CodeCounts } from './overview/code-counts.js';
import { FrameworkFigure } from './overview/framework-figure.js';
import { NextTask } from './overview/next-task.js';
import { Reviewed } from './overview/reviewed.js';
import { Steps } from './overview/steps.js';

/** Where the work stands, and what comes next. */
export function OverviewPage() {
  const say = useWords(overviewWords);
  const overview = useResource('overview', () => api.overview.$get());
  return (
    <>
      <h1>{say.title}</h1>
      <Fetched {...overview}>
        {(data) => (
          <div class="overview">
            <Steps {...data} />
            <div class="overview-column">
              <NextTask tasks={data.tasks} />
              <CodeCounts cases={data.cases} codes={data.codes} />
            </div>
            <div class="overview-column">
              <Reviewed {...data} />
              {data.codes.length > 0 && <FrameworkFigure />}
            </div>
          </div>
        )}
      </Fetched>
    </>
  );
}
