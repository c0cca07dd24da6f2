import { useState } from 'preact/hooks';
import { startWords } from '../../../../messages/web/start.js';
import { noteAfterLoad } from '../../state/after-load.js';
import { answerOf, api, changeProject, RequestRefused } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';

/** Where a project is to be made. */
export interface Place {
  readonly folder: string;
  readonly name: string;
}

/** Why a project was not opened or made; `retry` does it all the same, where that is a choice. */
interface Problem {
  readonly message: string;
  readonly retry?: (() => void) | undefined;
}

type MakeRequest = Parameters<typeof api.start.make.$post>[0]['json'];
type Making = Promise<{
  readonly ok: boolean;
  json(): Promise<{ readonly cases: number; readonly leftOut: number }>;
}>;

/** What the start page has under way. */
export interface Starting {
  readonly isWorking: boolean;
  readonly problem: Problem | null;
  readonly open: (path: string) => void;
  readonly make: (request: MakeRequest) => void;
  readonly makeSample: (place: Place) => void;
  /** Does something else that takes long, and keeps why it failed; null where it did. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** Opens and makes projects; the page begins again with the one that is open then. */
export function useStarting(): Starting {
  const say = useWords(startWords);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async <T>(work: () => Promise<T>, retry?: (code: string) => (() => void) | undefined) => {
    setWorking(true);
    setProblem(null);
    try {
      return await work();
    } catch (error) {
      const code = error instanceof RequestRefused ? error.code : '';
      const message = error instanceof Error ? error.message : String(error);
      setProblem({ message, retry: retry?.(code) });
      return null;
    } finally {
      setWorking(false);
    }
  };
  const open = (path: string, updates = false) =>
    void run(
      () =>
        changeProject(async () => {
          await answerOf(api.start.open.$post({ json: { path, updates } }));
        }),
      (code) => (code === 'web/earlier-version' ? () => open(path, true) : undefined),
    );
  const made = (making: () => Making) =>
    void run(() =>
      changeProject(async () => {
        const { cases, leftOut } = await answerOf(making());
        noteAfterLoad(say.made(cases, leftOut));
      }),
    );
  return {
    isWorking,
    problem,
    run,
    open: (path) => open(path),
    make: (json) => made(() => api.start.make.$post({ json })),
    makeSample: (json) => made(() => api.start.sample.$post({ json })),
  };
}
