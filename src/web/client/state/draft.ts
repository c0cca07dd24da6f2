import { useState } from 'preact/hooks';
import { api } from './api.js';
import { useResource } from './resource.js';

/** What is being typed, by project, coder and name. */
const drafts = new Map<string, string>();

/**
 * What somebody types under a name and has not saved; null while nothing is typed. It is kept in the tab, so that neither a key
 * nor a page that is loaded again loses it.
 */
export function useDraft(name: string): readonly [string | null, (text: string | null) => void] {
  const { data } = useResource('project', () => api.project.$get());
  const key = `draft ${JSON.stringify([data?.isOpen && data.path, data?.coder, name])}`;
  const [, drawAgain] = useState({});
  const write = (text: string | null) => {
    drafts.delete(key);
    sessionStorage.removeItem(key);
    if (text !== null) {
      drafts.set(key, text);
      keep(key, text);
    }
    drawAgain({});
  };
  return [drafts.get(key) ?? sessionStorage.getItem(key), write];
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Too long for the tab's storage: the page has it as long as it is open.
  }
}
