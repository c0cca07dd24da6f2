import { connect } from 'node:net';
import { UserError } from '../../errors.js';

/** Milliseconds that a master has to answer. */
const PATIENCE = 10_000;

/**
 * Tries whether one of the machines of a standalone master answers: Spark itself takes a minute to say that none does.
 * Other masters are left to Spark.
 * @throws UserError spark/no-master
 */
export async function reachMaster(master: string): Promise<void> {
  const [, places] = /^spark:\/\/(.+)$/.exec(master) ?? [];
  if (places === undefined) return;
  const tries = await Promise.allSettled(places.split(',').map(reach));
  if (tries.some(({ status }) => status === 'fulfilled')) return;
  const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
  throw new UserError('spark/no-master', { master, reason: reasons.join('; ') });
}

function reach(place: string): Promise<void> {
  const [, host = place, port] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(place) ?? [];
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port ?? 7077), timeout: PATIENCE });
    const done = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    socket.once('connect', () => done(resolve));
    socket.once('timeout', () => done(() => reject(new Error(`${place} does not answer`))));
    socket.once('error', (error) => done(() => reject(error)));
  });
}
