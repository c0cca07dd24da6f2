import { Hono } from 'hono';
import { z } from 'zod';
import { loadMessages } from '../../messages/load-messages.js';
import { casesReadBlind } from '../../project/reader-view.js';
import { listRuns, listStatements } from '../../workflow/list-history.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const pageSchema = z.object({
  before: z.coerce.number().int().positive().optional(),
  coder: z.string().optional(),
});

/** Statements of a page. */
const LIMIT = 60;

/** What was decided and run in the project, told in the words of the command line; who reads blind is told what they decided. */
export const history = new Hono<WebEnv>()
  .get('/', valid('query', pageSchema), async (context) => {
    const { before = null, coder: asked = null } = context.req.valid('query');
    const { workbench, session, language } = context.var;
    const { reports } = await loadMessages(language);
    const stated = workbench.project.read((reading) => {
      const isBlind = casesReadBlind(reading.store, session.coder).length > 0;
      const coder = isBlind ? session.coder : asked;
      return listStatements(reading, { before, coder, limit: LIMIT });
    });
    return context.json({
      isLast: stated.length < LIMIT,
      statements: stated.map(({ decision, ...statement }) => ({
        ...statement,
        // An undo does not stand, and was not taken back either.
        isTakenBack: !statement.isStanding && decision.kind !== 'undo',
        id: decision.id,
        time: decision.time,
        coder: decision.coder,
        text: reports.decision(decision),
        group: reports.decisionGroup(decision),
        reason: reports.decisionReason(decision),
      })),
    });
  })
  .get('/runs', async (context) => {
    const { workbench, language } = context.var;
    const { stages } = await loadMessages(language);
    const runs = workbench.project.read(listRuns);
    return context.json(
      runs.map(({ id, stage, time, milliseconds, cases, toolVersion }) => ({
        id,
        stage: stages[stage] ?? stage,
        time,
        seconds: milliseconds / 1000,
        cases: cases.length,
        toolVersion,
      })),
    );
  });
