import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import type { Argv } from 'yargs';
import type { Globals, Io } from '../io.js';
import { atLeast } from '../options.js';

/** `zhagen serve`: the workbench in the browser, until Ctrl-C. */
export function addServe(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'serve',
    commands.serve,
    (command) =>
      command
        .option('coder', { type: 'string', requiresArg: true, describe: options.serveCoder })
        .option('port', {
          type: 'number',
          default: 0,
          describe: options.port,
          coerce: atLeast(io, 0, 'port'),
        })
        .option('bind', { type: 'string', default: '127.0.0.1', requiresArg: true, describe: options.bind })
        .option('open', { type: 'boolean', describe: options.open }),
    async ({ db, coder = null, port = 0, bind, open, json, quiet }) => {
      const { LOOPBACK } = await import('../../web/own-names.js');
      const { startServer } = await import('../../web/server.js');
      const { settingsFolder } = await import('../../workflow/recent-projects.js');
      const { toolVersion } = io;
      const home = homedir();
      const { platform, env } = process;
      const settings = settingsFolder({ platform, env, home });
      const server = await startServer({ db, home, settings, port, bind, coder, toolVersion });
      if (!LOOPBACK.includes(bind)) io.note(io.say.serve.bound(bind));
      if (json) io.json({ url: server.url });
      else io.print(server.url);
      if (!quiet) for (const line of io.say.serve.started(server.url)) io.note(line);
      if (open) openInBrowser(server.url);
      await interrupted();
      await server.close();
    },
  );
}

/** Waits for Ctrl-C or the end of the terminal. */
function interrupted(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end());
  });
}

/** Opens an address with what the system opens addresses with; where there is nothing, the printed line is enough. */
function openInBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
