import { Hono } from 'hono';
import { z } from 'zod';
import { checkCases, finishCases } from '../../workflow/finish-cases.js';
import { markCaseWords } from '../../workflow/mark-case-words.js';
import { readCaseCoding } from '../../workflow/read-case-coding.js';
import { readCaseText } from '../../workflow/read-case-text.js';
import { showProposals } from '../../workflow/show-proposals.js';
import { actOnCase, shown } from '../act-on-case.js';
import { coderOf } from '../acting.js';
import { askInOwnView } from '../ask-child.js';
import { streamPlaces } from '../stream-places.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const whole = z.coerce.number().int().nonnegative();

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();

const asked = z.object({
  find: z.string().optional(),
  where: several,
  open: several,
  sort: z.string().optional(),
  offset: whole.optional(),
  limit: whole.max(500).optional(),
});

const notYet = z.boolean().default(false);

/** The cases of the project: finding them and places in them, reading one, and saying that one is done. */
export const cases = new Hono<WebEnv>()
  .get('/', valid('query', asked), async (context) =>
    context.json(await askInOwnView(context, 'cases', context.req.valid('query'))),
  )
  .get('/places', valid('query', z.object({ word: z.string() })), (context) =>
    streamPlaces(context, context.req.valid('query').word),
  )
  .get('/:id/text', valid('query', z.object({ form: z.enum(['clean', 'raw']) })), (context) => {
    const { form } = context.req.valid('query');
    const { project } = context.var.workbench;
    return context.json(project.read((reading) => readCaseText(reading, context.req.param('id'), form)));
  })
  .get(
    '/:id/coding',
    valid('query', z.object({ others: z.enum(['0', '1']).default('0') })),
    async (context) => {
      const withOthers = context.req.valid('query').others === '1';
      const id = context.req.param('id');
      const coder = coderOf(context);
      const { project } = context.var.workbench;
      const coding = project.read((reading) => readCaseCoding(reading, id, { coder, withOthers }));
      if (coding.isFirstShown) await project.act((acting) => showProposals(acting, { cases: [id], coder }));
      return context.json(coding);
    },
  )
  .get('/:id/words', valid('query', z.object({ which: z.enum(['keywords', 'new-words']) })), (context) => {
    const { which } = context.req.valid('query');
    const { project } = context.var.workbench;
    const asked = { caseId: context.req.param('id'), which, coder: coderOf(context) };
    return context.json(project.read((reading) => markCaseWords(reading, asked)));
  })
  .post('/:id/proposals', valid('json', shown), (context) => {
    const caseId = context.req.param('id');
    return actOnCase(context, { caseId, ...context.req.valid('json') }, async (acting, coder) =>
      showProposals(acting, { cases: [caseId], coder }),
    );
  })
  .post('/:id/done', valid('json', shown.extend({ notYet })), (context) => {
    const caseId = context.req.param('id');
    const said = context.req.valid('json');
    return actOnCase(context, { caseId, ...said }, (acting, coder) =>
      finishCases(acting, { cases: [caseId], coder, notYet: said.notYet, reason: said.reason }),
    );
  })
  .post('/:id/checked', valid('json', shown.extend({ notYet, codingOf: z.string() })), (context) => {
    const caseId = context.req.param('id');
    const { codingOf, notYet: isTakenBack, reason, ...said } = context.req.valid('json');
    return actOnCase(context, { caseId, ...said }, (acting, coder) =>
      checkCases(acting, { cases: [caseId], coder, codingOf, notYet: isTakenBack, reason }),
    );
  });
