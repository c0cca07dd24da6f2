import { overviewWords } from '../../../../messages/web/overview.js';
import type { ProjectOverview } from '../../../../workflow/project-overview.js';
import { useWords } from '../../state/preferences.js';
import { Count, writeCount, writeShare } from './count.js';

/** How much of the coding people looked at, and what they have to come back to. */
export function Reviewed({ confirmed, contested, toRevisit, untouched, cases }: ProjectOverview) {
  const say = useWords(overviewWords);
  const { count, of } = confirmed;
  return (
    <section class="panel overview-reviewed" aria-labelledby="overview-quality">
      <h2 id="overview-quality">{say.quality}</h2>
      <dl>
        <dt>{say.confirmed}</dt>
        <dd>
          <b>{writeShare(count, of)}</b>{' '}
          {of > 0 && <span class="muted">{say.ofAll(writeCount(count), writeCount(of))}</span>}
          {of > 0 && <progress max={of} value={count} aria-label={say.confirmed} />}
        </dd>
        <dt>{say.contested}</dt>
        <dd>
          <b>
            <Count of={contested} />
          </b>
        </dd>
        <dt>{say.toRevisit}</dt>
        <dd>
          <b>
            <Count of={toRevisit} />
          </b>
        </dd>
        <dt title={say.untouchedHint}>{say.untouched}</dt>
        <dd>
          <b>
            <Count of={untouched} />
          </b>
          <span class="muted">
            {' '}
            / <Count of={cases} />
          </span>
        </dd>
      </dl>
    </section>
  );
}
