import { codesWords } from '../../../../messages/web/codes.js';
import type { BrowsedCode, BrowsedCodes } from '../../../../workflow/browse-codes.js';
import { Fetched } from '../../components/fetched.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { type CodeActs, codeKey } from './code-acts.js';
import { CodePanel, type Writing } from './code-panel.js';
import { codeRow } from './code-rows.js';
import type { Asking } from './use-code-keys.js';

/** The chosen code, and what may be done with it. */
export interface ChosenCodeProps {
  readonly code: BrowsedCode;
  readonly codes: BrowsedCodes;
  readonly acts: CodeActs;
  /** Whether codes may be moved and merged: those of the codebook in use. */
  readonly isInUse: boolean;
  readonly writing: Writing;
  readonly onWrite: (writing: Writing) => void;
  readonly onAsk: (asking: Asking) => void;
}

/** The panel of the chosen code, with its acts. */
export function ChosenCode({ code, codes, acts, isInUse, writing, onWrite, onAsk }: ChosenCodeProps) {
  const say = useWords(codesWords);
  const { change } = useAddress();
  const codebook = codes.codebook.id;
  const detail = useResource(codeKey(code.id, codebook), () =>
    api.codes.one.$get({ query: { code: code.id, codebook } }),
  );
  const rows = [codeRow(code.id)];
  const asked = [
    ['move', 'm'],
    ['merge', 'e'],
    ['rename', 'r'],
    ['group', 'u'],
  ] as const;
  return (
    <Fetched {...detail}>
      {(known) => (
        <CodePanel
          code={known}
          isCore={codes.core === code.id}
          writing={writing}
          onWrite={onWrite}
          onDefine={(said) => acts.define(code, said)}
          onCompare={() => onAsk({ kind: 'compare', rows })}
        >
          {isInUse &&
            asked.map(([kind, key]) => (
              <button key={kind} type="button" onClick={() => onAsk({ kind, rows })}>
                {say.actions[kind]} <kbd>{key}</kbd>
              </button>
            ))}
          {isInUse && (
            <button type="button" onClick={() => void acts.promote(code)}>
              {say.actions.promote} <kbd>p</kbd>
            </button>
          )}
          <button type="button" aria-pressed={writing === 'definition'} onClick={() => onWrite('definition')}>
            {say.actions.define} <kbd>d</kbd>
          </button>
          <button
            type="button"
            aria-pressed={writing === 'memo'}
            onClick={() => onWrite(writing === 'memo' ? null : 'memo')}
          >
            {say.actions.memo} <kbd>n</kbd>
          </button>
          <button type="button" onClick={() => change({ show: 'theory', from: code.id })}>
            {say.actions.relate} <kbd>t</kbd>
          </button>
          <button type="button" onClick={() => void acts.remove(code)}>
            {say.actions.delete} <kbd>Delete</kbd>
          </button>
        </CodePanel>
      )}
    </Fetched>
  );
}

/** What is told while no code is chosen: how to begin, and the theory that grew out of the codes. */
export function NoCode({ codes }: { readonly codes: BrowsedCodes }) {
  const say = useWords(codesWords);
  const core = codes.codes.find(({ id }) => id === codes.core);
  return (
    <section class="codes-panel">
      <p class="muted">{say.hint}</p>
      {(core || codes.storyline !== null) && (
        <dl class="codes-facts">
          {core && <dt>{say.core}</dt>}
          {core && <dd>{core.label}</dd>}
          {codes.storyline !== null && <dt>{say.storyline}</dt>}
          {codes.storyline !== null && <dd>{codes.storyline}</dd>}
        </dl>
      )}
    </section>
  );
}
