import { overviewWords } from '../../../../messages/web/overview.js';
import { revision } from '../../state/live.js';
import { language, useWords } from '../../state/preferences.js';

/** The figure of the framework, on paper in both themes as it is printed. */
export function FrameworkFigure() {
  const say = useWords(overviewWords);
  // The picture follows from both: without them in its address the browser would show the one it has.
  const version = `language=${language.value}&revision=${revision.value}`;
  return (
    <figure class="panel overview-figure">
      <figcaption>
        <h2>{say.framework}</h2>
      </figcaption>
      <img src={`/api/overview/framework.svg?${version}`} alt={say.framework} />
    </figure>
  );
}
