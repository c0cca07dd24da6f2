import { effect, signal } from '@preact/signals';
import type { JobProgress } from '../../child/messages.js';
import { followOpening } from './api.js';

/** The newest revision of the project that the page knows; null until it was told one. */
export const revision = signal<number | null>(null);

/** Acts that follow each other within so many milliseconds are one stretch of work. */
const STRETCH = 600;
/** So long after the last of them, and so long after the first at the latest, what takes long is read again. */
const PAUSE = 400;
const LONGEST = 3000;

/**
 * The same, but in a stretch of work only at its pauses: for what takes long to read and what answers of acts keep right
 * meanwhile. The first change of a stretch is followed at once.
 */
export const calmRevision = signal<number | null>(null);

let lastChange = Number.NEGATIVE_INFINITY;
let behindSince: number | null = null;
let pause: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  const now = performance.now();
  const isStretch = revision.value !== null && calmRevision.peek() !== null && now - lastChange < STRETCH;
  lastChange = now;
  clearTimeout(pause);
  if (!isStretch) {
    followCalmly();
    return;
  }
  behindSince ??= now;
  pause = setTimeout(followCalmly, Math.max(0, Math.min(PAUSE, behindSince + LONGEST - now)));
});

function followCalmly(): void {
  behindSince = null;
  calmRevision.value = revision.peek();
}

/** Whether the server answers. */
export const isConnected = signal(true);

/** How far the project is that is being made. */
export const progress = signal<JobProgress | null>(null);

/** Takes a revision that an answer told; a late answer does not turn it back. */
export function tellRevision(told: number): void {
  if (revision.value === null || told > revision.value) revision.value = told;
}

/**
 * Listens to what others change while the page is seen; a lost connection is made again by the browser. What is not seen (another
 * tab, a page kept for the way back) gives its connection up: a browser has six to one server, and a seventh page would wait.
 */
export function followProject(): void {
  let source: EventSource | null = null;
  const follow = () => {
    source?.close();
    source = document.hidden ? null : listen(follow);
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}

function listen(again: () => void): EventSource {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => {
    isConnected.value = true;
  });
  source.addEventListener('error', () => {
    isConnected.value = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(again, 1000);
  });
  source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    progress.value = JSON.parse(data) as JobProgress | null;
  });
  source.addEventListener('opening', ({ data }: MessageEvent<string>) => followOpening(Number(data)));
  source.addEventListener('revision', ({ data }: MessageEvent<string>) => tellRevision(Number(data)));
  return source;
}
