import { Hono } from 'hono';
import { except } from 'hono/combine';
import { getCookie } from 'hono/cookie';
import { UserError } from '../errors.js';
import { answerError } from './answer-error.js';
import type { Asset } from './assets.js';

import {
  type Address,
  limitBody,
  protectPage,
  requireOwnPage,
  requireSameProject,
  requireSession,
} from './guards.js';

import { agreement } from './routes/agreement.js';

import { cases } from './routes/cases.js';
import { check } from './routes/check.js';
import { codes } from './routes/codes.js';
import { compare } from './routes/compare.js';
import { decisions } from './routes/decisions.js';
import { events } from './routes/events.js';
import { exports } from './routes/exports.js';
import { figures } from './routes/figures.js';
import { handed } from './routes/handed.js';
import { history } from './routes/history.js';
import { memos } from './routes/memos.js';
import { overview } from './routes/overview.js';
import { passages } from './routes/passages.js';
import { project } from './routes/project.js';
import { queries } from './routes/queries.js';
import { screening } from './routes/screening.js';
import { settings } from './routes/settings.js';
import { start } from './routes/start.js';
import { tables } from './routes/tables.js';
import { theory } from './routes/theory.js';
import type { Sessions } from './sessions.js';
import type { WebEnv } from './web-env.js';
import type { Workbench } from './workbench.js';

/** What the routes work with. */
export interface AppParts {
  readonly address: Address;
  readonly sessions: Sessions;
  readonly workbench: Workbench;
  readonly assets: ReadonlyMap<string, Asset>;
}

const api = new Hono<WebEnv>()
  .route('/project', project)
  .route('/start', start)
  .route('/settings', settings)
  .route('/decisions', decisions)
  .route('/overview', overview)
  .route('/cases', cases)
  .route('/screening', screening)
  .route('/passages', passages)
  .route('/codes', codes)
  .route('/theory', theory)
  .route('/compare', compare)
  .route('/agreement', agreement)
  .route('/memos', memos)
  .route('/queries', queries)
  .route('/tables', tables)
  .route('/figures', figures)
  .route('/exports', exports)
  .route('/check', check)
  .route('/handed', handed)
  .route('/history', history)
  .route('/events', events);

/** The routes under `/api`, as the page calls them. */
export type Api = typeof api;

/** All that the server answers: the page, and `/api`. */
export function makeApp({ address, sessions, workbench, assets }: AppParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.onError(answerError);
  app.use(protectPage);
  app.use(async (context, next) => {
    context.set('workbench', workbench);
    context.set('language', getCookie(context, 'zhagen-language') === 'en' ? 'en' : 'zh');
    await next();
  });
  app.use(requireOwnPage(address));
  app.use(requireSession(sessions, address));
  app.use('/api/*', requireSameProject);
  // Files that are handed over have a limit of their own.
  app.use('/api/*', except(['/api/start/files', '/api/handed/*'], limitBody), async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  app.route('/api', api);
  app.all('/api/*', ({ req }) => {
    throw new UserError('web/not-found', { path: req.path });
  });
  app.get('*', (context) => {
    const { path } = context.req;
    const name = path.startsWith('/assets/') ? path.slice('/assets/'.length) : 'index.html';
    const asset = assets.get(name);
    if (asset === undefined) throw new UserError('web/not-found', { path });
    // The page's files may change with the program; they are on this machine and cost nothing to ask for.
    context.header('cache-control', 'no-cache');
    return context.body(asset.bytes, 200, { 'content-type': asset.type });
  });
  return app;
}
