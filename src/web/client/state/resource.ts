import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
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
type Fetch<Data> = () => Promise<{ readonly ok: boolean; json(): Promise<Data> }>;

/** One answer of the server, shared by all that show it. */
class Entry<Data> {
  readonly state = signal<Resource<Data>>({ data: null, error: null, isLoading: false });
  /** For which revision and language it was fetched. */
  stamp = '';
  users = 0;
  private asked = 0;

  private fetch: Fetch<Data> | null = null;

  async load(fetch: Fetch<Data>, stamp: string): Promise<void> {
    this.stamp = stamp;
    this.fetch = fetch;
    this.asked += 1;
    const asked = this.asked;
    this.state.value = { ...this.state.value, isLoading: true };
    try {
      const data = await answerOf(fetch());
      if (asked === this.asked) this.state.value = { data, error: null, isLoading: false };
    } catch (error) {
      if (asked !== this.asked) return;
      if (!(error instanceof RequestRefused)) {
        // The connection: what is shown stays, and is fetched again with the next revision or when the server is back.
        isConnected.value = false;
        this.stamp = '';
      }
      const message = error instanceof RequestRefused ? error.message : null;
      this.state.value = { ...this.state.value, error: message, isLoading: false };
    }
  }

  /** Takes an answer that came with an act, so that it is not asked for again. */
  take(data: Data, stamp: string): void {
    this.asked += 1;
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
 */
export function useResource<A extends Answer>(key: string, fetch: () => Promise<A>): Resource<DataOf<A>> {
  return useStamped(key, fetch, stampOf(revision.value));
}

/**
 * The same of what decisions do not change, such as a text: it is not fetched again with every revision.
 * @param key names all that the answer depends on; null asks for nothing yet
 */
export function useFixed<A extends Answer>(key: string | null, fetch: () => Promise<A>): Resource<DataOf<A>> {
  return useStamped(key, fetch, `${isConnected.value}`);
}

function useStamped<A extends Answer>(
  key: string | null,
  fetch: () => Promise<A>,
  stamp: string,
): Resource<DataOf<A>> {
  const entry = entryOf<DataOf<A>>(key ?? '');
  useEffect(() => {
    entry.users += 1;
    return () => {
      entry.users -= 1;
      dropUnused();
    };
  }, [entry]);
  useEffect(() => {
    if (key !== null && entry.stamp !== stamp) void entry.load(fetch as Fetch<DataOf<A>>, stamp);
  }, [entry, stamp]);
  return entry.state.value;
}

/** Has an answer fetched again: something changed that is no revision of the project, such as who works here. */
export function refetch(key: string): void {
  const entry = entries.get(key);
  if (entry !== undefined) void entry.reload();
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
  const unused = [...entries].filter(([, { users }]) => users === 0);
  for (const [key] of unused.slice(0, Math.max(0, unused.length - KEPT))) entries.delete(key);
}
