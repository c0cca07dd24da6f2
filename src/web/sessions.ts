import { randomBytes, timingSafeEqual } from 'node:crypto';

/** A browser that was let in, and the person who works in it. */
export interface BrowserSession {
  /** Whose decisions are made in it; null until somebody says who they are. */
  coder: string | null;
  /** What was decided in it last, with its answer: a request that names an earlier revision is the same act, not another. */
  lastAct: { readonly request: string; readonly answer: Promise<unknown> } | null;
}

/** Lets browsers in: each once by the token of the printed address, afterwards by a cookie. */
export class Sessions {
  private token: string | null = newSecret();
  private readonly known = new Map<string, BrowserSession>();

  /** @param coder who works in every browser, where the server was started for one person */
  constructor(private readonly coder: string | null) {}

  /** The token that the next browser must bring; it is good for one. */
  issueToken(): string {
    this.token = newSecret();
    return this.token;
  }

  /** Takes a token, and gives the secret of a new session, or null where the token is not the one issued. */
  admit(token: string): string | null {
    if (this.token === null || !isSame(token, this.token)) return null;
    this.token = null;
    const secret = newSecret();
    this.known.set(secret, { coder: this.coder, lastAct: null });
    return secret;
  }

  /** The session of a cookie. */
  find(secret: string | undefined): BrowserSession | undefined {
    return secret === undefined ? undefined : this.known.get(secret);
  }
}

const newSecret = () => randomBytes(24).toString('base64url');

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
