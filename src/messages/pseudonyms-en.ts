import type { AppliedPseudonyms } from '../workflow/apply-pseudonyms.js';
import type { FoundNames } from '../workflow/find-names.js';
import { counted } from './counted.js';
import type { PseudonymWords } from './pseudonyms-words.js';

/** How many names a report lists. */
const SHOWN = 20;

/** What finding and replacing names reports, in English. */
export const pseudonymWords: PseudonymWords = {
  found: ({ names, proposed, known }: FoundNames, path) => [
    `Wrote ${counted(names.length, 'possible name')} to ${path}: ${proposed} with a proposed pseudonym, ${
      names.filter(({ pseudonym }) => pseudonym === '').length
    } without${known > 0 ? `, ${known} from the earlier table` : ''}.`,
    'Go through all rows: correct the names, add those that are missing, and clear the pseudonym of what is no name.',
    'Rows with the same pseudonym become one name. A blank pseudonym leaves the name as it is.',
    `Then: zhagen pseudonyms apply ${path} --out pseudonymous.db`,
    `${path} says who is who: keep it and this project apart from what you hand out.`,
  ],
  applied: (applied: AppliedPseudonyms, out) => {
    const { names, left, cases, decisions, tagsLeftOut, parted, isDryRun } = applied;
    const places = names.reduce((sum, { count }) => sum + count, 0);
    const within = names.filter(({ withinWords }) => withinWords > 0);
    const absent = names.filter(({ count, withinWords }) => count + withinWords === 0);
    return [
      `${isDryRun ? 'Would replace' : 'Replaced'} ${counted(names.length, 'name')} in ${counted(places, 'place')} of ${counted(cases, 'case')}; ${counted(decisions, 'decision')} taken over.`,
      ...listed(left, 'Left as they are, since nobody gave them a pseudonym'),
      ...listed(
        parted.map((one) => `${one.name} (${one.cases.join(', ')})`),
        'A line end or blank parts the name here, so that these places keep it; join the lines in the file and import it again',
      ),
      ...listed(
        within.map(({ name, withinWords }) => `${name} (${withinWords})`),
        'Kept within longer words; write yes under "Also within words" to replace them there, too',
      ),
      ...listed(
        absent.map(({ name }) => name),
        'In the table, but in no text',
      ),
      ...(tagsLeftOut > 0
        ? [
            `Left out: ${counted(tagsLeftOut, 'decision')} about tags, which name numbers of the project as it was.`,
          ]
        : []),
      ...(isDryRun
        ? ['Nothing was written.']
        : [
            `Wrote ${out}. Its bytes were searched: none of the names that were replaced everywhere is left.`,
          ]),
    ];
  },
};

function listed(names: readonly string[], head: string): string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? ', … (all with --json)' : '';
  return [`${head} (${names.length}): ${names.slice(0, SHOWN).join(', ')}${more}.`];
}
