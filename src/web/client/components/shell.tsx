import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { proposalsWords } from '../../../messages/web/proposals.js';
import { shellWords } from '../../../messages/web/shell.js';
import { StartPage } from '../pages/start/start-page.js';
import { pages } from '../pages.js';
import { redoLast, undoLast } from '../state/acts.js';
import { useAddress } from '../state/address.js';
import { api } from '../state/api.js';
import { useKeys } from '../state/keys.js';
import { calmRevision, isConnected } from '../state/live.js';
import { useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';
import { AskCoder } from './ask-coder.js';
import { HiddenCases } from './hidden-cases.js';
import { KeySheet, openKeySheet } from './key-sheet.js';
import { StatusBar } from './status-bar.js';

/** The frame of all pages: navigation, the page itself, and what was saved by whom. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const say = useWords(shellWords);
  const { route, path: here } = useAddress();
  const { data: project } = useResource('project', () => api.project.$get());
  /** Before, the pages have nothing to show. */
  const isInside = project?.isOpen === true && project.coder !== null;
  const keys = useMemo(
    () => ({
      'Ctrl Z': undoLast,
      'Ctrl Shift Z': redoLast,
      'Ctrl Y': redoLast,
      '?': openKeySheet,
      ...Object.fromEntries(pages.map(({ key, path }) => [`g ${key}`, () => route(path)])),
    }),
    [route],
  );
  useKeys(keys);
  const page = pages.find(({ path }) => isAt(here, path));
  useEffect(() => {
    document.title = page ? `${say.pages[page.name]} · ${say.name}` : say.name;
  }, [page, say]);
  return (
    <>
      <a class="skip" href="#page">
        {say.skip}
      </a>
      {!isConnected.value && (
        <p class="banner" role="alert">
          {say.lost}
        </p>
      )}
      <div class="shell">
        <nav class="navigation" aria-label={say.name}>
          <p class="brand">{say.name}</p>
          {isInside &&
            pages.map(({ name, path }) => (
              <a key={name} href={path} aria-current={isAt(here, path) ? 'page' : undefined}>
                {say.pages[name]}
              </a>
            ))}
        </nav>
        <main id="page" class="page" tabIndex={-1}>
          {project === null ? (
            <p class="note">{say.loading}</p>
          ) : project.coder === null ? (
            <AskCoder coders={project.isOpen ? project.coders : []} />
          ) : !project.isOpen ? (
            <StartPage />
          ) : (
            <>
              <ReadBlind />
              {children}
            </>
          )}
        </main>
        <StatusBar />
      </div>
      <KeySheet />
    </>
  );
}

/** Says that no verdicts of others are told, where it is so. */
function ReadBlind() {
  const say = useWords(proposalsWords);
  const { data } = useResource('read blind', () => api.project['read-blind'].$get(), calmRevision);
  const { length } = data ?? [];
  return length > 0 ? <HiddenCases text={say.readBlind(length)} cases={data ?? []} /> : null;
}

/** Whether the address is that of a page or of something in it. */
function isAt(here: string, path: string): boolean {
  return path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`);
}
