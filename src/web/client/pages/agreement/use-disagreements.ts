import { useMemo, useRef } from 'preact/hooks';
import { agreementWords } from '../../../../messages/web/agreement.js';
import { usePageKeys } from '../../components/key-sheet.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import type { Keys } from '../../state/keys.js';
import { language } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import type { Grounds } from './disagreement-card.js';

/** Which disagreements are shown. */
export interface DisagreementsShown {
  readonly hideNames: boolean;
  readonly withUnfinished: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A part of what coders differ about. */
export function useDisagreements({ hideNames, withUnfinished, offset, limit }: DisagreementsShown) {
  const query = {
    ...(hideNames && { hidden: '1' as const }),
    ...(withUnfinished && { unfinished: '1' as const }),
    offset: String(offset),
    limit: String(limit),
  };
  return useResource(`disagreements ${JSON.stringify(query)}`, (sending) =>
    api.agreement.open.$get({ query }, sending),
  );
}

/** Takes a coder's verdict about a disagreement; gives null where it was refused. */
export function settle(
  id: string,
  { coder, name }: { readonly coder: string; readonly name: string },
  {
    why,
    reason,
    ...how
  }: Grounds & { readonly hideNames: boolean; readonly attendees?: readonly string[] | undefined },
) {
  const json = { id, verdictOf: coder, reason, ...how, ...(why !== undefined && { why }) };
  return act(
    (seen) => api.agreement.settle.$post({ json: { seen, ...json, attendees: [...(how.attendees ?? [])] } }),
    agreementWords[language.value].settled(name),
  );
}

/** What keys do beside choosing a coder. */
export interface DisagreementKeys {
  readonly step: (by: 1 | -1) => void;
  /** The disagreement that keys act on. */
  readonly shown: () => HTMLElement | null;
  readonly read: () => void;
}

/** Lets numbers choose a coder, and letters write why; the sheet of keys says so. */
export function useDisagreementKeys(
  given: DisagreementKeys,
  meanings: Readonly<Record<string, string>>,
): void {
  const now = useRef(given);
  now.current = given;
  const keys = useMemo(() => keysOf(() => now.current), []);
  usePageKeys(keys, meanings);
}

function keysOf(now: () => DisagreementKeys): Keys {
  const within = (selector: string) => now().shown()?.querySelector<HTMLElement>(selector);
  const step = (by: 1 | -1) => () => now().step(by);
  const numbers = Array.from({ length: 9 }, (_, at): [string, () => void] => [
    String(at + 1),
    () => within(`[data-take="${at + 1}"]`)?.click(),
  ]);
  return {
    ...Object.fromEntries(numbers),
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    ArrowRight: step(1),
    ArrowLeft: step(-1),
    r: () => within('[data-ground=reason]')?.focus(),
    w: () => within('[data-ground=why]')?.focus(),
    Enter: () => now().read(),
  };
}
