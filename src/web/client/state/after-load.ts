import { showToast } from './acts.js';

const KEY = 'zhagen-note';

/** Keeps a message for the page that is loaded next. */
export function noteAfterLoad(text: string): void {
  sessionStorage.setItem(KEY, text);
}

/** Shows the message that the page before kept. */
export function showKeptNote(): void {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (text !== null) showToast({ text, kind: 'done', canUndo: false });
}
