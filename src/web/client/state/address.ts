import { computed, signal } from '@preact/signals';

/** The address of the page, which holds what is chosen there, so that it can be kept and sent. */
export interface Address {
  /** A slash at its end says nothing. */
  readonly path: string;
  /** What stands behind the question mark. */
  readonly query: URLSearchParams;
  /** Sets values; empty ones leave the address. The page before stays one step back unless it is replaced. */
  readonly change: (values: Readonly<Record<string, string | readonly string[]>>, replace?: boolean) => void;
  /** Goes to another address of the workbench, likewise. */
  readonly route: (to: string, replace?: boolean) => void;
}

const url = signal(location.href);

const address = computed((): Address => {
  const { pathname, searchParams: query } = new URL(url.value);
  const path = pathname.replace(/\/+$/, '') || '/';
  return {
    path,
    query,
    change: (values, replace) => {
      const next = new URLSearchParams(query);
      for (const [name, value] of Object.entries(values)) {
        next.delete(name);
        for (const one of [value].flat()) if (one !== '') next.append(name, one);
      }
      route(next.size > 0 ? `${path}?${next}` : path, replace);
    },
    route,
  };
});

export const useAddress = () => address.value;

/** Has links within the workbench followed without loading it again, but for what the browser opens elsewhere or saves. */
export function followLinks(): void {
  addEventListener('popstate', readUrl);
  addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link?.href || link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return;
    if (link.target !== '' || link.hasAttribute('download')) return;
    event.preventDefault();
    route(link.href);
  });
}

function route(to: string, replace = false): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  readUrl();
}

function readUrl(): void {
  url.value = location.href;
}
