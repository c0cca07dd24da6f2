import type { hc } from 'hono/client';
import type { Api } from '../../app.js';

/** The routes of the server, typed as they are written there. */
export type Routes = ReturnType<typeof hc<Api>>;

/** What a route is asked with. */
interface Asked {
  /** Parts of the path by their names, whatever characters are in them. */
  readonly param?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly json?: unknown;
}

type Send = (address: string, init: RequestInit) => Promise<Response>;

/** Gives the routes under an address as functions that send their requests: `routes.cases[':id'].text.$get(asked, sending)`. */
export function callRoutes(base: string, send: Send): Routes {
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => (typeof name === 'string' ? at([...path, name]) : undefined),
      apply: (_, __, [asked, sending]: [Asked?, { readonly init: RequestInit }?]) => {
        const { param, query = {}, json } = asked ?? {};
        const parts = path
          .slice(0, -1)
          .map((part) => (part[0] === ':' ? encodeURIComponent(param?.[part.slice(1)] ?? '') : part));
        const fields = Object.entries(query).flatMap(([name, values]) =>
          values === undefined ? [] : [values].flat().map((value) => [name, value] as [string, string]),
        );
        const search = fields.length > 0 ? `?${new URLSearchParams(fields)}` : '';
        return send([base, ...parts].join('/') + search, {
          ...sending?.init,
          method: path.at(-1) === '$get' ? 'GET' : 'POST',
          ...(json !== undefined && {
            body: JSON.stringify(json),
            headers: { 'content-type': 'application/json' },
          }),
        });
      },
    });
  return at([]) as Routes;
}
