import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { type RunningServer, startServer } from '../../src/web/server.js';

/** What the server answered. */
interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a request differs from that of the own page. */
export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A workbench on a copy of a project, which goes with the tests. */
export async function serveCopyOf(project: string, coder: string | null = '甲') {
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-web-'));
  const db = join(folder, 'project.db');
  copyFileSync(project, db);
  const server = await startServer({
    db,
    ...userOf(folder),
    port: 0,
    bind: '127.0.0.1',
    coder,
    toolVersion: '0.0.0',
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { db, server, origin: new URL(server.url).origin };
}

/** A home and settings of nobody, in a folder that goes with the tests. */
export function userOf(folder: string) {
  return { home: folder, settings: join(folder, 'settings') };
}

/** Sends a request as it is: unlike fetch it may name any host. */
export function ask(server: RunningServer, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const { hostname, port } = new URL(server.url);
  return new Promise<Answered>((answered, failed) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      void text(response).then((content) =>
        answered({ status: response.statusCode ?? 0, headers: response.headers, body: content }),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** Lets a browser in by the address, and gives what its later requests carry. */
export async function enter(server: RunningServer): Promise<Readonly<Record<string, string>>> {
  const { pathname, search, origin } = new URL(server.url);
  const { headers } = await ask(server, pathname + search);
  const cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return { cookie, origin, 'content-type': 'application/json' };
}
