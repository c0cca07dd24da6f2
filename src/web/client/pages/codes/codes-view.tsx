import { useMemo, useRef } from 'preact/hooks';
import type { BrowsedCodes } from '../../../../workflow/browse-codes.js';
import { useAddress } from '../../state/address.js';
import { useKeys } from '../../state/keys.js';
import { ChangesView } from './changes-view.js';
import { CodesHead, type CodeView } from './codes-head.js';
import { RevisitView } from './revisit-view.js';
import { TheoryView } from './theory-view.js';

const VIEWS = { theory: TheoryView, changes: ChangesView, revisit: RevisitView } as const;

/** A view of the codes of a codebook other than their columns. */
export function CodesView({ codes, shown }: { readonly codes: BrowsedCodes; readonly shown: CodeView }) {
  const { change } = useAddress();
  const now = useRef(change);
  now.current = change;
  useKeys(useMemo(() => ({ Escape: () => now.current({ show: '' }) }), []));
  const View = VIEWS[shown];
  return (
    <div class="codes">
      <div class="row">
        <CodesHead codes={codes} />
      </div>
      <View codebook={codes.codebook.id} />
    </div>
  );
}
