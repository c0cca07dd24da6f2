import { useState } from 'preact/hooks';
import { overviewWords } from '../../../../messages/web/overview.js';
import { startWords } from '../../../../messages/web/start.js';
import { UnderWay } from '../../components/under-way.js';
import { showRefusal } from '../../state/acts.js';
import { answerOf, api } from '../../state/api.js';
import { progress } from '../../state/live.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { CodebookChoice } from '../start/codebook-choice.js';

/** Mines and codes what was imported; the codebook can be another one each time. */
export function Analyse() {
  const say = useWords(overviewWords);
  const { steps, working } = useWords(startWords);
  const { data } = useResource('start', () => api.start.$get());
  const [codebook, choose] = useState('');
  const [isAsked, setAsked] = useState(false);
  const analyse = () => {
    setAsked(true);
    void answerOf(api.start.analyse.$post({ json: { ...(codebook !== '' && { codebook }) } }))
      .catch(showRefusal)
      .finally(() => setAsked(false));
  };
  return isAsked || progress.value !== null ? (
    <UnderWay text={steps[progress.value?.step ?? ''] ?? working} />
  ) : (
    <>
      <CodebookChoice
        codebooks={data?.codebooks ?? []}
        unchanged={say.sameCodebook}
        value={codebook}
        onChoose={choose}
      />
      <button type="button" class="primary" onClick={analyse}>
        {say.analyse}
      </button>
    </>
  );
}
