import { Hono } from 'hono';
import { z } from 'zod';
import { loadMessages } from '../../messages/load-messages.js';
import { renderProblemsInPage } from '../../messages/render-error-in-page.js';
import type { Decision } from '../../model/decisions/decision.js';
import { type SheetKind, sheetKinds } from '../../model/sheet.js';
import { currentRevision } from '../../project/require-revision.js';
import type { HandedBack, TakenBack } from '../../workflow/take-back.js';
import { coderOf } from '../acting.js';
import { askChild } from '../ask-child.js';
import { unpackErrors } from '../child/packed-errors.js';
import { requireNoneHidden } from '../hidden-cases.js';
import { valid } from '../valid.js';
import type { WebContext, WebEnv } from '../web-env.js';
import { limitUpload } from './start.js';

const names = z.array(z.string()).optional();
const sample = { seed: z.number().int().nonnegative().optional() };
const handOutSchema = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('split'),
    ...sample,
    coders: z.array(z.string()).min(1),
    cases: names,
    overlap: z.string().optional(),
    sheets: z.boolean().optional(),
  }),
  z.object({
    how: z.literal('sheet'),
    ...sample,
    coder: z.string(),
    what: z.enum(sheetKinds),
    view: z.literal('blind').optional(),
    of: z.string().optional(),
    sample: z.string().optional(),
    hideNames: z.boolean().optional(),
  }),
]);

const flag = z
  .literal('yes')
  .optional()
  .transform((value) => value !== undefined);
const kept = z.enum(['earlier', 'later']);
const takeSchema = z.object({
  file: z.file(),
  seen: z.coerce.number().int().optional(),
  isNew: flag,
  skipBad: flag,
  attendees: z
    .string()
    .optional()
    .transform((written = '') => written.split(/[,，、]/).flatMap((name) => name.trim() || [])),
  settle: kept.optional(),
  settled: z
    .string()
    .transform((written) => JSON.parse(written))
    .pipe(z.array(z.object({ earlier: z.string(), later: z.string(), kept })))
    .optional(),
});

/** What is handed out to colleagues as files, and what they hand back. */
export const handed = new Hono<WebEnv>()
  .use(limitUpload)
  .post('/out', valid('json', handOutSchema), async (context) => {
    const asked = context.req.valid('json');
    if (tellsVerdicts(asked)) requireNoneHidden(context);
    const { name, bytes, ...about } = await askChild(context, 'handOut', asked);
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name));
    form.set('about', JSON.stringify(about));
    return new Response(form);
  })
  .post('/check', valid('form', takeSchema), async (context) => {
    const { workbench } = context.var;
    const seen = workbench.project.read(currentRevision);
    const asked = await readHanded(context, context.req.valid('form'));
    const tried = unpackErrors(await workbench.change('tryTakeBack', { ...asked, seen }));
    return context.json({ seen, ...(await describe(context, tried)) });
  })
  .post('/take', valid('form', takeSchema), async (context) => {
    const { workbench } = context.var;
    const asked = await readHanded(context, context.req.valid('form'));
    const taken = unpackErrors(await workbench.change('takeBack', asked));
    return context.json(await describe(context, taken));
  })
  .post('/settled', valid('form', z.object({ file: z.file() })), async (context) => {
    const { file } = context.req.valid('form');
    return context.json(await askChild(context, 'settled', await readFileOf(file)));
  })
  .post('/cancel', async (context) => {
    await context.var.workbench.cancelChange();
    return context.json({ cancelled: true });
  });

/** Sheets that have only passages without what is said of them, where they are written blind. */
const WITHOUT_VERDICTS: readonly SheetKind[] = ['passages', 'uncoded'];

/** Whether a sheet has what the program proposes or people said of cases, letters in the place of their names or not. */
const tellsVerdicts = (asked: z.infer<typeof handOutSchema>) =>
  asked.how === 'sheet' &&
  asked.what !== 'axial' &&
  !(asked.view === 'blind' && WITHOUT_VERDICTS.includes(asked.what));

async function readHanded(
  context: WebContext,
  { file, ...given }: z.infer<typeof takeSchema>,
): Promise<HandedBack> {
  return { ...given, ...(await readFileOf(file)), coder: coderOf(context) };
}

const readFileOf = async (file: File) => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** What a file did or would do, in the words of the commands; the decisions of two projects that contradict each other apart. */
async function describe({ var: { language } }: WebContext, taken: TakenBack) {
  const say = await loadMessages(language);
  const { reports } = say;
  if ('joined' in taken) {
    const { joined, conflictSheet } = taken;
    const inWords = (one: Decision) => ({
      id: one.id,
      text: reports.decision(one),
      coder: one.coder,
      time: one.time,
    });
    return {
      lines: reports.joined({ ...joined, conflicts: [] }, Number.POSITIVE_INFINITY),
      problems: [],
      bad: 0,
      conflicts: joined.conflicts.map(({ earlier, later }) => ({
        earlier: inWords(earlier),
        later: inWords(later),
      })),
      // Encoded in letters, as a link has it.
      conflictSheet: conflictSheet && Buffer.from(conflictSheet).toString('base64'),
    };
  }
  const { problems } = 'recipe' in taken ? taken.recipe : taken.sheet;
  return {
    lines: 'recipe' in taken ? reports.appliedRecipe(taken.recipe) : reports.importedSheet(taken.sheet),
    problems: renderProblemsInPage(say, problems, language),
    bad: problems.length,
    conflicts: [],
    conflictSheet: null,
  };
}
