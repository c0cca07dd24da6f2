import { Hono } from 'hono';
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { nameOfPos } from '../../model/pos-names.js';
import { wordFeatures, wordStates } from '../../model/screened-word.js';
import type { Context } from '../../project/context.js';
import { askedByReader, casesReadBlind } from '../../project/reader-view.js';
import { decide, logStatement } from '../../workflow/decide.js';
import { decisionRecipe } from '../../workflow/decision-recipes.js';
import { lastScreeningStatements } from '../../workflow/screening/last-statements.js';
import { findScreenedWords, wordsPassing } from '../../workflow/screening/screened-words.js';
import { listScreeningGroups } from '../../workflow/screening/screening-groups.js';
import { act, actSchema } from '../acting.js';
import { askChild, askInOwnView } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const whole = z.coerce.number().int().nonnegative();
const scopeSchema = z.object({
  group: z.string().optional(),
  /** Whether only the own verdicts are seen. */
  view: z.literal('blind').optional(),
});
const filterSchema = scopeSchema.extend({
  find: z.string().optional(),
  state: z.enum([...wordStates, 'undecided']).optional(),
  pos: z.string().optional(),
  sort: z.enum(wordFeatures).optional(),
  ascending: z.literal('yes').optional(),
});
const pageSchema = filterSchema.extend({ offset: whole.optional(), limit: whole.max(500).optional() });
const wordSchema = scopeSchema.extend({ word: z.string() });
const kinds = z.enum(['keep', 'drop', 'fold', 'add']);
const decisionSchema = actSchema.extend({
  ...scopeSchema.shape,
  kind: kinds,
  words: z.array(z.string()).min(1),
  /** fold: what the words are folded into. */
  into: z.string().optional(),
  isNew: z.boolean().optional(),
  caseId: z.string().optional(),
  quote: z.string().optional(),
});
const bulkSchema = actSchema.extend({ ...filterSchema.shape, kind: z.enum(['keep', 'drop']) });

/** So many own statements are listed, and so many occurrences of a word. */
const LAST = 10;
const OCCURRENCES = 40;

/** What a key decides about the word that is looked at, without a reason. */
const verdictsByKey = (coder: string, { word, group }: { word: string; group?: string | undefined }) =>
  (['keep', 'drop'] as const).map(
    (kind) => (acting: Context) => logStatement(acting, { kind, words: [word], group, coder, reason: '' }),
  );

/** A filter as the verbs take it. */
const filterOf = <T extends { ascending?: 'yes' | undefined }>({ ascending, ...asked }: T) => ({
  ...asked,
  ascending: ascending === 'yes',
});

/** The candidates, what is known of each, and what is decided about them. */
export const screening = new Hono<WebEnv>()
  .get('/words', valid('query', pageSchema), async (context) => {
    const words = await askInOwnView(context, 'words', filterOf(context.req.valid('query')));
    const pos = words.pos.map((one) => ({ ...one, name: nameOfPos(one.pos, context.var.language) }));
    return context.json({ ...words, pos });
  })
  .get('/groups', (context) => context.json(context.var.workbench.project.read(listScreeningGroups)))
  .get('/word', valid('query', wordSchema), async (context) => {
    const { workbench, session } = context.var;
    const asked = context.req.valid('query');
    if (session.coder !== null) {
      workbench.project.foresee(JSON.stringify([session.coder, asked]), verdictsByKey(session.coder, asked));
    }
    return context.json(await askInOwnView(context, 'word', asked));
  })
  .get('/contexts', valid('query', wordSchema), async (context) => {
    const { word, group } = context.req.valid('query');
    return context.json(await askChild(context, 'contexts', { word, group, most: OCCURRENCES }));
  })
  .get('/last', (context) => {
    const { workbench, session } = context.var;
    return context.json(
      workbench.project.read((reading) => lastScreeningStatements(reading, session.coder ?? '', LAST)),
    );
  })
  .get('/clusters', valid('query', scopeSchema), async (context) =>
    context.json(await askInOwnView(context, 'clusters', context.req.valid('query'))),
  )
  .get('/recipe.yaml', (context) => {
    const { workbench, session } = context.var;
    const { text } = workbench.project.read((reading) => {
      const { length: cases } = casesReadBlind(reading.store, session.coder);
      if (cases > 0) throw new UserError('web/hidden-cases', { cases });
      return decisionRecipe(reading);
    });
    return context.body(text, 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'attachment; filename="decisions.yaml"',
    });
  })
  .post('/decide', valid('json', decisionSchema), async (context) => {
    const { seen, view, words, into, ...stated } = context.req.valid('json');
    const named = into === undefined ? words : [...words, into];
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const { decisions } = await decide(acting, { ...stated, coder, words: named });
        // What one coder alone sees is derived for all words: the list is told it by the child process.
        const scope = askedByReader(acting.store, { reader: coder, asked: { view, group: stated.group } });
        const rows = scope.view === undefined ? findScreenedWords(acting, scope, named) : [];
        return { decided: decisions.length, rows };
      }),
    );
  })
  .post('/bulk', valid('json', bulkSchema), async (context) => {
    const { seen, reason, kind, ...filter } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const asked = askedByReader(acting.store, { reader: coder, asked: filterOf(filter) });
        const words = wordsPassing(acting, asked);
        const { decisions } = await decide(acting, { kind, words, coder, reason, group: filter.group });
        return { decided: decisions.length };
      }),
    );
  });
