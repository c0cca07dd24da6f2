import { overviewWords } from '../../../../messages/web/overview.js';
import type { Task, TaskName } from '../../../../workflow/project-overview.js';
import { useWords } from '../../state/preferences.js';
import { Analyse } from './analyse.js';
import { writeCount } from './count.js';

/** Where a task is done. */
const PLACES: Readonly<Partial<Record<TaskName, string>>> = {
  import: '/start',
  screen: '/screening?state=kept-by-rule',
  merge: '/codes',
  review: '/cases',
  settle: '/agreement',
  revisit: '/codes',
};

/** What is done here; the tasks after it have nothing to do before. */
const HERE: readonly TaskName[] = ['mine', 'code'];

/** The tasks in the order of the work; the first of which something is left comes next. */
export function NextTask({ tasks }: { readonly tasks: readonly Task[] }) {
  const say = useWords(overviewWords);
  const next = tasks.find(({ left }) => left > 0);
  const waited = tasks.findIndex(({ name, left }) => left > 0 && HERE.includes(name));
  // What cannot have begun is not told as done.
  const listed = tasks.filter(({ left }, at) => left > 0 || waited < 0 || at < waited);
  return (
    <section class="panel overview-tasks" aria-labelledby="overview-next">
      <h2 id="overview-next">{say.next}</h2>
      <p class="muted">{next ? say.nextRule : say.allDone}</p>
      <ol>
        {listed.map(({ name, left }) => (
          <li
            key={name}
            aria-current={name === next?.name ? 'step' : undefined}
            class={left > 0 ? '' : 'done'}
          >
            <span aria-hidden="true">{left > 0 ? '○' : '✓'}</span>
            <span>{left > 0 ? say.tasks[name].left(writeCount(left)) : say.tasks[name].done}</span>
            {name === next?.name && !HERE.includes(name) && (
              <a class="button primary" href={PLACES[name] ?? ''}>
                {say.go}
              </a>
            )}
          </li>
        ))}
      </ol>
      <details open={next !== undefined && HERE.includes(next.name)}>
        <summary>{say.analyseAgain}</summary>
        <Analyse />
      </details>
    </section>
  );
}
