/**
 * How many reads are with the server at once: a browser has six connections to one, of which the events have one, pictures and
 * what is being let go of may have others, and an act must find one free.
 */
const AT_ONCE = 3;

let reading = 0;
const waiting: (() => void)[] = [];

/** Fetches what changes something at once, and what reads in turn, so that no act waits until lists are read. */
export async function fetchInTurn(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { method = 'GET', signal } = init;
  if (method !== 'GET') return fetch(input, init);
  if (reading >= AT_ONCE) await myTurn(signal ?? null);
  reading += 1;
  try {
    return await fetch(input, init);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

/** Waits until a read has ended; what nobody shows any more gives its place up. */
function myTurn(signal: AbortSignal | null): Promise<void> {
  return new Promise((begin, giveUp) => {
    waiting.push(begin);
    signal?.addEventListener('abort', () => {
      const at = waiting.indexOf(begin);
      if (at >= 0) waiting.splice(at, 1);
      giveUp(signal.reason);
    });
  });
}
