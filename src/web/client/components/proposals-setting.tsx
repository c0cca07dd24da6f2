import { proposalsWords } from '../../../messages/web/proposals.js';
import { act } from '../state/acts.js';
import { api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';

/** When the project shows coders what the program proposes; whoever changes it changes it for all. */
export function ProposalsSetting() {
  const say = useWords(proposalsWords);
  const { data: value } = useResource('proposals setting', () => api.settings.proposals.$get());
  const isHidden = value === 'when-done';
  const change = () => {
    const next = isHidden ? 'always' : 'when-done';
    void act((seen) => api.settings.proposals.$post({ json: { seen, value: next } }), say.changed[next]);
  };
  if (value === null) return null;
  return (
    <label title={say.forAll}>
      <input type="checkbox" checked={isHidden} onChange={change} /> {say.hideUntilDone}
    </label>
  );
}
