import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { UserError } from '../errors.js';
import { LARGEST_BODY } from '../model/largest-body.js';
import type { Sessions } from './sessions.js';
import type { WebEnv } from './web-env.js';

/** Where the server answers: the names that a browser may call it by. */
export interface Address {
  readonly port: number;
  readonly hosts: readonly string[];
}

/** Which opening of a project a request is about; the page sends it with every one. */
const OPENING_HEADER = 'x-zhagen-opening';

/** What every answer says: nothing from elsewhere, no script or style in the page, no frame around it, no guessed type. */
export const protectPage = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

/**
 * Refuses requests under another name than the server's own (a foreign page whose name was made to lead here), and those that
 * change something on behalf of another page.
 */
export function requireOwnPage({ port, hosts }: Address) {
  const names = hosts.map((host) => `${host}:${port}`);
  const origins = names.map((name) => `http://${name}`);
  return createMiddleware<WebEnv>(async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!names.includes(host)) throw new UserError('web/foreign-host', { host });
    const origin = context.req.header('origin');
    const isReading = ['GET', 'HEAD'].includes(context.req.method);
    const isOwn = origin === undefined ? isReading : origins.includes(origin);
    const site = context.req.header('sec-fetch-site');
    const isFromElsewhere = site !== undefined && !['same-origin', 'none'].includes(site);
    if (!isOwn || (isFromElsewhere && !isOpening(context.req)))
      throw new UserError('web/foreign-page', { origin: origin ?? site ?? '' });
    await next();
  });
}

/** Whether somebody follows a link to the page itself. */
function isOpening(request: { readonly path: string; readonly method: string }): boolean {
  return request.method === 'GET' && !request.path.startsWith('/api/');
}

/** Lets nobody in without the cookie; the token of the printed address is exchanged for it, once. */
export function requireSession(sessions: Sessions, { port }: Pick<Address, 'port'>) {
  // Cookies do not know ports: two servers on one machine would take each other's.
  const cookie = `zhagen-${port}`;
  return createMiddleware<WebEnv>(async (context, next) => {
    const token = context.req.query('token');
    const secret = token === undefined || context.req.method !== 'GET' ? null : sessions.admit(token);
    if (secret !== null) {
      setCookie(context, cookie, secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect(withoutToken(context.req.url));
    }
    const session = sessions.find(getCookie(context, cookie));
    if (session === undefined) throw new UserError('web/no-session', {});
    context.set('session', session);
    return next();
  });
}

function withoutToken(url: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete('token');
  // One slash alone: two would lead to another server.
  return `/${pathname.replace(/^\/+/, '')}${searchParams.size > 0 ? `?${searchParams}` : ''}`;
}

/** Refuses what a page asks of a project that is no longer open: its revisions and ids would mean something else in the next. */
export const requireSameProject = createMiddleware<WebEnv>(async (context, next) => {
  const asked = context.req.header(OPENING_HEADER);
  if (asked !== undefined && asked !== String(context.var.workbench.opening))
    throw new UserError('web/other-project', {});
  await next();
});

/** Refuses bodies that nothing here needs. */
export const limitBody = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw new UserError('web/too-large', { megabytes: LARGEST_BODY / 1_000_000 });
  },
});
