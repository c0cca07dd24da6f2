import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { UserError } from '../errors.js';
import { proposePlace } from '../workflow/place-project.js';
import { makeApp } from './app.js';
import { readAssets } from './assets.js';
import { namesAt } from './own-names.js';
import { Sessions } from './sessions.js';
import { Workbench } from './workbench.js';

/** What the workbench is started with. */
export interface ServerOptions {
  /** The project to open; where there is none, the page asks. */
  readonly db: string;
  /** The user's home, beside whose documents new projects are offered, and the folder of the user's settings. */
  readonly home: string;
  readonly settings: string;
  /** 0 for any port that is free. */
  readonly port: number;
  /** The address of this machine that the server listens at. */
  readonly bind: string;
  /** Who works in it; without a name the page asks. */
  readonly coder: string | null;
  readonly toolVersion: string;
}

/** A server that answers. */
export interface RunningServer {
  /** The address with the token that lets one browser in. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the workbench on this machine.
 * @throws UserError web/port-taken, and what opening a project throws
 */
export async function startServer({
  db,
  home,
  settings,
  port,
  bind,
  coder,
  toolVersion,
}: ServerOptions): Promise<RunningServer> {
  const workbench = new Workbench({ place: proposePlace(db, home), settings, toolVersion });
  await openIfThere(workbench, db);
  const sessions = new Sessions(coder);
  const hosts = namesAt(bind);
  const assets = readAssets();
  try {
    const { server, port: taken } = await listen(bind, port, (at) =>
      makeApp({ address: { port: at, hosts }, sessions, workbench, assets }),
    );
    return {
      url: `http://${hosts[0]}:${taken}/?token=${sessions.issueToken()}`,
      close: async () => {
        const closed = new Promise<void>((done) => server.close(() => done()));
        if ('closeAllConnections' in server) server.closeAllConnections();
        await closed;
        await workbench.close();
      },
    };
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

async function openIfThere(workbench: Workbench, db: string): Promise<void> {
  try {
    await workbench.open(db);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'store/missing-database') throw error;
  }
}

type Server = ReturnType<typeof serve>;

/** Listens at a port; which one it is the app must know, since a page may call the server by this one alone. */
function listen(
  hostname: string,
  port: number,
  makeAppAt: (port: number) => ReturnType<typeof makeApp>,
): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((listening, failed) => {
    let app: ReturnType<typeof makeApp> | undefined;
    const server = serve({
      fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
      hostname,
      port,
    });
    server.once('listening', () => {
      const { port: taken } = server.address() as AddressInfo;
      app = makeAppAt(taken);
      listening({ server, port: taken });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      failed(isTaken ? new UserError('web/port-taken', { port }) : error);
    });
  });
}
