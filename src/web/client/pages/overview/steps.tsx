import { overviewWords } from '../../../../messages/web/overview.js';
import type { ProjectOverview } from '../../../../workflow/project-overview.js';
import { language, useWords } from '../../state/preferences.js';
import { Count } from './count.js';

/** How many there are at each step, from the cases to the codes at the top. */
export function Steps(overview: ProjectOverview) {
  const say = useWords(overviewWords);
  const words = (['cases', 'candidates', 'caseKeywords', 'coreKeywords'] as const).map((name) => ({
    key: name,
    name: say[name],
    hint: say.stepHints[name],
    count: overview[name],
    of: null,
  }));
  const levels = overview.levels.map(({ id, name, used, of }) => ({
    key: id,
    name: name[language.value],
    hint: say.stepHints.level,
    count: used,
    of,
  }));
  return (
    <section class="panel overview-steps" aria-labelledby="overview-steps">
      <h2 id="overview-steps">{say.steps}</h2>
      <ol>
        {[...words, ...levels].map(({ key, name, hint, count, of }) => (
          <li key={key} title={hint} data-step={key}>
            <span class="overview-name">{name}</span>
            <b class="overview-count">
              <Count of={count} />
            </b>
            {of !== null && (
              <span class="muted">
                /<Count of={of} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
