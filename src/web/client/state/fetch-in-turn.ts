/**
 * How many reads are with the server at once: a browser has six connections to one, of which the events have one, pictures and
 * what is being let go of may have others, and an act must find one free.
 */
const AT_ONCE = 3;
/** So many milliseconds a read waits at most until what was decided is saved and shown. */
const LONGEST = 250;

let reading = 0;
const waiting: (() => void)[] = [];
/** Ends when the last act was answered and its answer is painted. */
let shown: Promise<unknown> = Promise.resolve();

/**
 * Fetches what changes something at once, and what reads in turn, so that no act waits until lists are read; reads begin when
 * the page shows what was decided before, since server and page are busy with that until then.
 */
export async function fetchInTurn(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { method = 'GET', signal } = init;
  if (method !== 'GET') {
    const answer = fetch(input, init);
    shown = Promise.race([answer.then(painted, () => {}), passed(LONGEST)]);
    return answer;
  }
  await shown;
  if (reading >= AT_ONCE) await myTurn(signal ?? null);
  reading += 1;
  try {
    return await fetch(input, init);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

/** Waits until what is drawn now is on the screen. */
const painted = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));

const passed = (milliseconds: number) => new Promise((then) => setTimeout(then, milliseconds));

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
