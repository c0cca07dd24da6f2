import { networkInterfaces } from 'node:os';

/** What names this machine alone. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** What stands for all addresses of a machine; it is none by which a browser could call it. */
const ALL: readonly string[] = ['0.0.0.0', '::'];

/** The names by which a browser may call a server that listens at an address, the one that is printed first. */
export function namesAt(bind: string): readonly string[] {
  if (LOOPBACK.includes(bind)) return [inUrl(bind), 'localhost'];
  if (!ALL.includes(bind)) return [inUrl(bind)];
  const addresses = Object.values(networkInterfaces()).flatMap((all = []) => all);
  const own = addresses
    .filter(({ family }) => bind === '::' || family === 'IPv4')
    .sort((one, other) => Number(one.internal) - Number(other.internal));
  return [...own.map(({ address }) => inUrl(address)), 'localhost'];
}

const inUrl = (address: string) => (address.includes(':') ? `[${address}]` : address);
