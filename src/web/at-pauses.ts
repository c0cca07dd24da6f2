/** So many milliseconds without another call are a pause. */
const PAUSE = 500;
/** So many milliseconds after a call it is done even where there was none. */
const LONGEST = 10_000;

/** Something that is done at the pauses of what goes on, so that nothing waits for it. */
export interface AtPauses {
  /** Has it done at the next pause. */
  readonly soon: () => void;
  readonly cancel: () => void;
}

/** Has `work` done once at the next pause after any number of calls of `soon`. */
export function atPauses(work: () => void): AtPauses {
  let timer: NodeJS.Timeout | undefined;
  let latest: number | null = null;
  return {
    soon() {
      const now = performance.now();
      latest ??= now + LONGEST;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          latest = null;
          work();
        },
        Math.min(PAUSE, Math.max(0, latest - now)),
      );
      timer.unref();
    },
    cancel: () => clearTimeout(timer),
  };
}
