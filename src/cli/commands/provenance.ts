import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import type { Provenance, ProvenanceRequest } from '../../workflow/provenance.js';
import type { ReviewerFolderRequest } from '../../workflow/write-reviewer-folder.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';

// Spelt out, because loading the verbs takes longer than the whole of --help.
const checklists = ['coreq', 'srqr', 'jars-qual', 'guide-llm'] as const;

/** `zhagen provenance`: the methods section of the study, on standard output, in a file, or in a folder for the reviewer. */
export function addProvenance(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, provenance: words } = io.say;
  return cli.command(
    'provenance',
    commands.provenance,
    (command) =>
      command
        .option('out', { type: 'string', requiresArg: true, describe: options.provenanceOut })
        .option('folder', { type: 'string', requiresArg: true, describe: options.provenanceFolder })
        .option('checklist', { choices: checklists, requiresArg: true, describe: options.checklist })
        .option('hide-names', { type: 'boolean', default: false, describe: options.hideCoders })
        .option('verify', { type: 'boolean', default: false, describe: options.verifyFirst })
        .option('force', { type: 'boolean', default: false, describe: options.force }),
    async ({ out, folder, force, ...argv }) => {
      if (out !== undefined && folder !== undefined) {
        throw new UserError('cli/usage', { problem: io.say.usage.notTogether('--out', '--folder') });
      }
      const { checklist, hideNames, verify } = argv;
      const language = (argv as { readonly lang?: 'zh' | 'en' }).lang;
      const request = { language, checklist, hideNames };
      const written =
        folder === undefined
          ? await inText(io, argv, { ...request, verify })
          : await inFolder(io, argv, { ...request, folder, force });
      if (out !== undefined) {
        const { saveProvenance } = await import('../../workflow/provenance.js');
        saveProvenance(written, out, { force });
      }
      const place = out ?? folder;
      if (argv.json) io.json(written);
      else if (place === undefined) io.print(printable(written.markdown));
      if (argv.quiet) return;
      if (place !== undefined) io.note(words.wrote(place));
      io.note(words.gaps(written.gaps.length));
    },
  );
}

async function inText(io: Io, argv: Globals, request: ProvenanceRequest): Promise<Provenance> {
  const { describeProvenance } = await import('../../workflow/provenance.js');
  return inProject(io, argv, 'read', (context) => describeProvenance(context, request));
}

async function inFolder(io: Io, argv: Globals, request: ReviewerFolderRequest): Promise<Provenance> {
  const { writeReviewerFolder } = await import('../../workflow/write-reviewer-folder.js');
  const { provenance } = await inProject(io, argv, 'read', (context) =>
    writeReviewerFolder(context, request),
  );
  return provenance;
}
