import { proposalsWords } from '../../../messages/web/proposals.js';
import { act } from '../state/acts.js';
import { api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { refetchAll } from '../state/resource.js';

/** Says what is hidden because of cases that the coder is not done with, and shows it on request, which is remembered. */
export function HiddenCases({ text, cases }: { readonly text: string; readonly cases: readonly string[] }) {
  const say = useWords(proposalsWords);
  const show = async () => {
    await act((seen) => api.compare.proposals.$post({ json: { seen, cases: [...cases] } }), null);
    refetchAll('');
  };
  return (
    <p class="note row">
      {text}
      <button type="button" onClick={() => void show()}>
        {say.showAll}
      </button>
    </p>
  );
}
