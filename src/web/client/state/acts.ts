import { computed, signal } from '@preact/signals';
import { shellWords } from '../../../messages/web/shell.js';
import type { Acted } from '../../acting.js';
import { answerOf, api, RequestRefused } from './api.js';
import { isConnected, revision, tellRevision } from './live.js';
import { language } from './preferences.js';

/** A message over the page that passes by itself; `canUndo` offers to take back what it tells of. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'refused';
  readonly canUndo: boolean;
}

type ActRequest<T> = (seen: number) => Promise<{ readonly ok: boolean; json(): Promise<Acted<T>> }>;

const waiting = signal(0);

/** Whether something that was decided is not yet saved. */
export const isSaving = computed(() => waiting.value > 0);

/** The messages that are shown. */
export const toasts = signal<readonly Toast[]>([]);

/** How long a message is shown: longer where there is more to read. */
const shownMilliseconds = ({ length }: string) => 8000 + 100 * length;
const RETRY_MILLISECONDS = 1000;
let shownToasts = 0;
let lastAct: Promise<unknown> = Promise.resolve();

/**
 * Decides something: one act after another, each on the revision that the one before left. While the server does not answer, or does not know this
 * browser, it is tried again; an act that is repeated word by word is not done twice.
 * @param done what the message says, which also offers to undo; null shows none
 * @returns what the act did, or null where it was refused, which a message tells
 */
export function act<T>(request: ActRequest<T>, done: string | null): Promise<T | null> {
  // It is sent before anything is drawn, where it need not wait for another.
  const answered = waiting.value === 0 ? untilAnswered(request) : lastAct.then(() => untilAnswered(request));
  waiting.value += 1;
  const result = answered.then(
    ({ result, revision: at }) => {
      tellRevision(at);
      if (done !== null) showToast({ text: done, kind: 'done', canUndo: true });
      return result;
    },
    (error: unknown) => {
      showRefusal(error);
      return null;
    },
  );
  lastAct = result;
  return result.finally(() => {
    waiting.value -= 1;
  });
}

async function untilAnswered<T>(request: ActRequest<T>): Promise<Acted<T>> {
  const seen = revision.value ?? 0;
  for (;;) {
    try {
      const answer = await answerOf(request(seen));
      isConnected.value = true;
      return answer;
    } catch (error) {
      // Who started the program again has its address, and opens it beside this page.
      if (error instanceof RequestRefused && error.code !== 'web/no-session') throw error;
      isConnected.value = false;
      await new Promise((again) => setTimeout(again, RETRY_MILLISECONDS));
    }
  }
}

/** Takes back an own statement: that of a decision, or the last one. */
export function undoStatement(decision?: string): void {
  const request = (seen: number) => api.decisions.undo.$post({ json: { seen, decision } });
  void act(request, null).then((undone) => tellThat(undone));
}

/** Takes back the last own statement. */
export const undoLast = (): void => undoStatement();

/** Makes again what was taken back last. */
export function redoLast(): void {
  void act((seen) => api.decisions.redo.$post({ json: { seen } }), null).then((redone) => tellThat(redone));
}

/** What is said of an undo in the place of the words of the history, which name coders; null where they may be named. */
export const undoneWithoutNames = signal<string | null>(null);

/** Says what was taken back or made again, in the words of the history. */
function tellThat(done: { readonly told: string; readonly decisions: number } | null): void {
  if (done === null) return;
  if (undoneWithoutNames.value !== null) {
    showToast({ text: undoneWithoutNames.value, kind: 'done', canUndo: false });
    return;
  }
  const { together } = shellWords[language.value];
  const text = done.decisions > 1 ? `${done.told} ${together(done.decisions)}` : done.told;
  showToast({ text, kind: 'done', canUndo: false });
}

/** The message that was shown last, whether it passed or not. */
export const lastToast = (): number => shownToasts;

/** Shows a message for some seconds. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  shownToasts += 1;
  const id = shownToasts;
  // The last of each kind: what is undone is what was done last.
  toasts.value = [...toasts.value.filter(({ kind }) => kind !== toast.kind), { ...toast, id }];
  setTimeout(() => closeToast(id), shownMilliseconds(toast.text));
}

/** Takes a message away. */
export function closeToast(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id);
}

/** Says why something was not done. */
export function showRefusal(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  showToast({ text, kind: 'refused', canUndo: false });
}
