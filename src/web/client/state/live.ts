import { signal } from '@preact/signals';
import type { JobProgress } from '../../child/messages.js';
import { followOpening } from './api.js';

/** The newest revision of the project that the page knows; null until it was told one. */
export const revision = signal<number | null>(null);

/** Whether the server answers. */
export const isConnected = signal(true);

/** How far the project is that is being made. */
export const progress = signal<JobProgress | null>(null);

/** Takes a revision that an answer told; a late answer does not turn it back. */
export function tellRevision(told: number): void {
  if (revision.value === null || told > revision.value) revision.value = told;
}

/** Listens to what others change while the page is open; a lost connection is made again by the browser. */
export function followProject(): void {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => {
    isConnected.value = true;
  });
  source.addEventListener('error', () => {
    isConnected.value = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(followProject, 1000);
  });
  source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    progress.value = JSON.parse(data) as JobProgress | null;
  });
  source.addEventListener('opening', ({ data }: MessageEvent<string>) => followOpening(Number(data)));
  source.addEventListener('revision', ({ data }: MessageEvent<string>) => tellRevision(Number(data)));
}
