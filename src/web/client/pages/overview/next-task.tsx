import { overviewWords } from '../../../../messages/web/overview.js';
import type { Task, TaskName } from '../../../../workflow/project-overview.js';
import { pages } from '../../pages.js';
import { useWords } from '../../state/preferences.js';
import { writeCount } from './count.js';

/** Where each task is done. */
const PLACES: Readonly<Record<TaskName, string>> = {
  import: '/start',
  mine: '/start',
  screen: '/screening?state=kept-by-rule',
  code: '/start',
  merge: '/codes',
  review: '/cases',
  settle: '/agreement',
  revisit: '/codes',
};

/** What is done on the command line, as long as no page of that name is there. */
const COMMANDS: Readonly<Partial<Record<TaskName, string>>> = {
  import: 'zhagen import',
  mine: 'zhagen mine',
  code: 'zhagen code',
  settle: 'zhagen adjudicate',
};

/** The tasks in the order of the work; the first of which something is left comes next. */
export function NextTask({ tasks }: { readonly tasks: readonly Task[] }) {
  const say = useWords(overviewWords);
  const next = tasks.find(({ left }) => left > 0);
  return (
    <section class="panel overview-tasks" aria-labelledby="overview-next">
      <h2 id="overview-next">{say.next}</h2>
      <p class="muted">{next ? say.nextRule : say.allDone}</p>
      <ol>
        {tasks.map(({ name, left }) => (
          <li
            key={name}
            aria-current={name === next?.name ? 'step' : undefined}
            class={left > 0 ? '' : 'done'}
          >
            <span aria-hidden="true">{left > 0 ? '○' : '✓'}</span>
            <span>{left > 0 ? say.tasks[name].left(writeCount(left)) : say.tasks[name].done}</span>
            {name === next?.name && <Way to={name} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Way({ to }: { readonly to: TaskName }) {
  const say = useWords(overviewWords);
  const place = PLACES[to];
  const hasPage = pages.some(({ path }) => path !== '/' && place.startsWith(path));
  const command = COMMANDS[to];
  if (hasPage) {
    return (
      <a class="button primary" href={place}>
        {say.go}
      </a>
    );
  }
  return command === undefined ? null : (
    <span class="muted">
      {say.notWithPage} <code>{command}</code>
    </span>
  );
}
