import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { answerOf, RequestRefused } from './api.js';
import { isConnected, revision } from './live.js';
import { language } from './preferences.js';

/** What the page knows of something that the server holds; the last data remain while newer are fetched. */
export interface Resource<Data> {
  readonly data: Data | null;
  readonly error: string | null;
  readonly isLoading: boolean;
}

/** A request of the api whose answer is data. */
interface Answer {
  readonly ok: boolean;
  json(): Promise<unknown>;
}
type DataOf<A extends Answer> = Awaited<ReturnType<A['json']>>;

/** What a request is sent with: it ends when nobody shows its answer any more. */
interface Sending {
  readonly init: { readonly signal: AbortSignal };
}

type Fetch<Data> = (sending: Sending) => Promise<{ readonly ok: boolean; json(): Promise<Data> }>;

/** One answer of the server, shared by all that show it. */
class Entry<Data> {
  readonly state = signal<Resource<Data>>({ data: null, error: null, isLoading: false });
  /** For which revision and language it is wanted. */
  stamp = '';
  private users = 0;
  /** How often something was taken in: what was asked for before is not shown any more. */
  private taken = 0;
  /** How often it was asked for. */
  private wanted = 0;
  private fetch: Fetch<Data> | null = null;
  private sent: AbortController | null = null;

  /** Asks for it; while it is asked for already, what is wanted then is asked for once, afterwards. */
  async load(fetch: Fetch<Data>, stamp: string): Promise<void> {
    this.stamp = stamp;
    this.fetch = fetch;
    this.wanted += 1;
    this.state.value = { ...this.state.value, isLoading: true };
    if (this.sent !== null) return;
    for (let asked = 0; asked !== this.wanted; ) {
      asked = this.wanted;
      await this.ask(this.fetch, () => this.wanted === asked);
    }
  }

  private async ask(fetch: Fetch<Data>, isNewest: () => boolean): Promise<void> {
    const { taken } = this;
    const sent = new AbortController();
    this.sent = sent;
    try {
      const data = await answerOf(fetch({ init: { signal: sent.signal } }));
      if (this.taken === taken) this.state.value = { data, error: null, isLoading: !isNewest() };
    } catch (error) {
      if (sent.signal.aborted || this.taken !== taken || !isNewest()) return;
      if (!(error instanceof RequestRefused)) {
        // The connection: what is shown stays, and is fetched again with the next revision or when the server is back.
        isConnected.value = false;
        this.stamp = '';
      }
      const message = error instanceof RequestRefused ? error.message : null;
      this.state.value = { ...this.state.value, error: message, isLoading: false };
    } finally {
      this.sent = null;
    }
  }

  use(): void {
    this.users += 1;
  }

  /** Nobody waits for an answer that nobody shows. */
  leave(): void {
    this.users -= 1;
    if (this.users > 0 || this.sent === null) return;
    this.stamp = '';
    this.sent.abort();
  }

  get isUsed(): boolean {
    return this.users > 0;
  }

  /** Takes an answer that came with an act, so that it is not asked for again. */
  take(data: Data, stamp: string): void {
    this.taken += 1;
    this.stamp = stamp;
    this.state.value = { data, error: null, isLoading: false };
  }

  async reload(): Promise<void> {
    if (this.fetch !== null) await this.load(this.fetch, this.stamp);
  }
}

const entries = new Map<string, Entry<unknown>>();

/** Answers that nobody shows any more, kept for the way back. */
const KEPT = 40;

/** What the answer to a request depends on beside the request. */
const stampOf = (at: number | null) => `${at} ${language.value} ${isConnected.value}`;

/**
 * The answer to a request, fetched again whenever the project changed.
 * @param key names the request: the same key is the same answer
 * @param at the revision that is followed, `calmRevision` for what takes long
 */
export function useResource<A extends Answer>(
  key: string,
  fetch: (sending: Sending) => Promise<A>,
  at = revision,
): Resource<DataOf<A>> {
  return useStamped(key, fetch, stampOf(at.value));
}

/**
 * The same of what decisions do not change, such as a text: it is not fetched again with every revision.
 * @param key names all that the answer depends on; null asks for nothing yet
 */
export function useFixed<A extends Answer>(
  key: string | null,
  fetch: (sending: Sending) => Promise<A>,
): Resource<DataOf<A>> {
  return useStamped(key, fetch, `${isConnected.value}`);
}

function useStamped<A extends Answer>(
  key: string | null,
  fetch: (sending: Sending) => Promise<A>,
  stamp: string,
): Resource<DataOf<A>> {
  const entry = entryOf<DataOf<A>>(key ?? '');
  useEffect(() => {
    entry.use();
    return () => {
      entry.leave();
      dropUnused();
    };
  }, [entry]);
  useEffect(() => {
    if (key !== null && entry.stamp !== stamp) void entry.load(fetch as Fetch<DataOf<A>>, stamp);
  }, [entry, stamp]);
  return entry.state.value;
}

/** A list of which another page is on its way: the last one stays meanwhile, and with it the button that has the focus. */
export function useKept<Data>({ data, ...rest }: Resource<Data>): Resource<Data> {
  const last = useRef<Data | null>(null);
  last.current = data ?? last.current;
  return { ...rest, data: last.current };
}

/** Has an answer fetched again: something changed that is no revision of the project, such as who works here. */
export function refetch(key: string): void {
  const entry = entries.get(key);
  if (entry !== undefined) void entry.reload();
}

/** The same of all that is shown of a kind: of answers whose names begin so; those that are not shown are forgotten. */
export function refetchAll(kind: string): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(kind)) continue;
    if (entry.isUsed) void entry.reload();
    else entries.delete(key);
  }
}

/** Shows what an act was answered with: it is what a request would be answered with at that revision. */
export function putResource<Data>(key: string, data: Data, at: number): void {
  entryOf<Data>(key).take(data, stampOf(at));
}

/**
 * Changes what is shown by what an act was answered with. Where the page shows another revision than the one that the answer
 * goes on `from`, it is fetched again instead.
 */
export function changeResource<Data>(
  key: string,
  { from, at }: { readonly from: number; readonly at: number },
  change: (data: Data) => Data,
): void {
  const entry = entryOf<Data>(key);
  const { data, isLoading } = entry.state.value;
  if (data !== null && !isLoading && entry.stamp === stampOf(from)) entry.take(change(data), stampOf(at));
}

function entryOf<Data>(key: string): Entry<Data> {
  const known = entries.get(key) as Entry<Data> | undefined;
  if (known !== undefined) return known;
  const entry = new Entry<Data>();
  entries.set(key, entry as Entry<unknown>);
  return entry;
}

function dropUnused(): void {
  const unused = [...entries].filter(([, { isUsed }]) => !isUsed);
  for (const [key] of unused.slice(0, Math.max(0, unused.length - KEPT))) entries.delete(key);
}
