import type { Context } from 'hono';
import type { Language } from '../model/language.js';
import type { BrowserSession } from './sessions.js';
import type { Workbench } from './workbench.js';

/** What every route finds in its context. */
export interface WebEnv {
  readonly Variables: {
    readonly workbench: Workbench;
    readonly session: BrowserSession;
    readonly language: Language;
  };
}

/** The context of a route. */
export type WebContext = Context<WebEnv>;
