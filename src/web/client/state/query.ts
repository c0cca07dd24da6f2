import { useCallback } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** The query of the address, where the page keeps its state, and what changes it; null takes a field out. */
export function useQuery(): readonly [
  Readonly<Record<string, string>>,
  (changes: Readonly<Record<string, string | null>>, isNewStep?: boolean) => void,
] {
  const { query, path, route } = useLocation();
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>, isNewStep = false) => {
      const { pathname, search } = window.location;
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      route(next.size > 0 ? `${pathname}?${next}` : pathname, !isNewStep);
    },
    [path, route],
  );
  return [query, change];
}
