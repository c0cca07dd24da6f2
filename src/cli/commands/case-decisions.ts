import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

/** What people can decide about cases with `zhagen cases`. */
export const caseActions = ['exclude', 'include', 'seal', 'unseal', 'next', 'set'] as const;

const NEED_REASON: readonly (typeof caseActions)[number][] = ['exclude', 'seal', 'next'];

interface Decided extends Globals {
  readonly coder: string;
  readonly reason: string;
  readonly because?: string | undefined;
}

/** `zhagen cases exclude|include|seal|unseal <ids…>`, `zhagen cases next <id>` and `zhagen cases set <id> <name=value…>`. */
export async function decideAboutCases(
  io: Io,
  argv: Decided,
  action: (typeof caseActions)[number],
  names: readonly [string, ...string[]],
): Promise<void> {
  const { coder } = argv;
  const reason = argv.because ?? argv.reason;
  if (reason.trim() === '' && NEED_REASON.includes(action)) {
    throw new UserError('cases/needs-reason', { verb: action });
  }
  const [caseId, ...others] = names;
  const about = { cases: names, coder, reason };
  const result = await inProject(io, argv, 'write', async (context) => {
    switch (action) {
      case 'exclude':
        return (await import('../../workflow/exclude-cases.js')).excludeCases(context, about);
      case 'include':
        return (await import('../../workflow/exclude-cases.js')).includeCases(context, about);
      case 'seal':
        return (await import('../../workflow/seal-cases.js')).sealCases(context, about);
      case 'unseal':
        return (await import('../../workflow/seal-cases.js')).unsealCases(context, about);
      case 'next':
        return (await import('../../workflow/choose-case.js')).chooseCase(context, { caseId, coder, reason });
      case 'set': {
        const values = Object.fromEntries(others.map(parseValue));
        const { setAttributes } = await import('../../workflow/set-attributes.js');
        return setAttributes(context, { caseId, values, coder, reason });
      }
    }
  });
  report(io, argv, result, io.say.reports.decided(result));
}

/** An attribute and its value as typed, `province=江西`. */
function parseValue(given: string): [string, string] {
  const at = given.indexOf('=');
  if (at < 1) throw new UserError('cases/not-a-value', { given });
  return [given.slice(0, at).trim(), given.slice(at + 1)];
}
