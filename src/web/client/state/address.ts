import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** What stands in the address behind the question mark, and how it is changed. */
export interface Address {
  readonly query: URLSearchParams;
  /** Sets values; empty ones leave the address. The page before stays one step back unless it is replaced. */
  readonly change: (values: Readonly<Record<string, string | readonly string[]>>, replace?: boolean) => void;
}

/** The address of the page, which holds what is chosen there, so that it can be kept and sent. */
export function useAddress(): Address {
  const { url, path, route } = useLocation();
  return useMemo(() => {
    const query = new URL(url, location.origin).searchParams;
    return {
      query,
      change: (values, replace = false) => {
        const next = new URLSearchParams(query);
        for (const [name, value] of Object.entries(values)) {
          next.delete(name);
          for (const one of [value].flat()) if (one !== '') next.append(name, one);
        }
        route(next.size > 0 ? `${path}?${next}` : path, replace);
      },
    };
  }, [url, path, route]);
}
