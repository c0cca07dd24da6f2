import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Argv } from 'yargs';
import { type Globals, type Io, openIo } from '../src/cli/io.js';

const COMMANDS = fileURLToPath(new URL('../src/cli/commands/', import.meta.url));

/** What a flag was told to yargs with, as far as the documentation must say it. */
export interface Option {
  readonly choices?: readonly string[];
  readonly default?: unknown;
}

/** The commands with their flags, recorded from what the program tells yargs. */
export async function definedCommands(): Promise<Map<string, Map<string, Option>>> {
  const defined = new Map<string, Map<string, Option>>();
  const io = await openIo('en', '0.0.0');
  for (const file of readdirSync(COMMANDS)) {
    const module: Record<string, unknown> = await import(
      `../src/cli/commands/${file.replace(/\.ts$/, '.js')}`
    );
    for (const [name, add] of Object.entries(module)) {
      if (/^add[A-Z]/.test(name)) (add as (cli: Argv<Globals>, io: Io) => unknown)(recorder(defined), io);
    }
  }
  return defined;
}

function recorder(defined: Map<string, Map<string, Option>>): Argv<Globals> {
  const cli = {
    command(usage: string, _: string, build: (command: unknown) => unknown) {
      const flags = new Map<string, Option>();
      const command = {
        option: (name: string, option: Option) => {
          flags.set(name, option);
          return command;
        },
        positional: () => command,
      };
      build(command);
      defined.set(usage.split(' ', 1)[0] ?? '', flags);
      return cli;
    },
  };
  return cli as unknown as Argv<Globals>;
}
