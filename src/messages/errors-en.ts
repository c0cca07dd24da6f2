import type { ErrorParams } from '../errors.js';
import { nameKinds } from '../model/counted-regions.js';
import type { Problem } from '../model/problem.js';
import { recipeKinds } from '../model/recipe-kind.js';
import { regionKinds } from '../model/region-kind.js';
import { english } from '../text/english.js';
import { listDecisions } from './describe-decision-en.js';
import { errorsOfAgreement } from './errors-of-agreement-en.js';
import { errorsOfComments } from './errors-of-comments-en.js';
import { errorsOfFiles } from './errors-of-files-en.js';
import { errorsOfJoin } from './errors-of-join-en.js';
import { errorsOfParts } from './errors-of-parts-en.js';
import { errorsOfPassages } from './errors-of-passages-en.js';
import { errorsOfPseudonyms } from './errors-of-pseudonyms-en.js';
import { errorsOfQueries } from './errors-of-queries-en.js';
import { errorsOfSheets } from './errors-of-sheets-en.js';
import { errorsOfStore } from './errors-of-store-en.js';
import { errorsOfTables } from './errors-of-tables-en.js';
import { errorsOfTags } from './errors-of-tags-en.js';
import { errorsOfWeb } from './errors-of-web-en.js';
import { errorsOfExport } from './export-en.js';
import { errorsOfFigures } from './figure-en.js';
import { type Messages, sayProblem } from './messages.js';
import { problems } from './problems-en.js';
import { errorsOfQda } from './qda-en.js';
import { errorsOfSpark } from './spark-en.js';

const say = (problem: Problem) => sayProblem(problems, problem);

/** File, line, place and problem of a mistake in a YAML file. */
const inYaml = ({ path, place, problem }: { path: string; place: string; problem: Problem }) =>
  `${path}: ${[place, say(problem)].filter(Boolean).join(' ')}. Fix it and run the command again.`;

/** The first names of a list. */
const firstOf = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;

/**
 * The messages for what a user can fix, in English. Kinds with many of them have files of their own; what is left is one
 * list, however long, because a file for each of them would have a few lines.
 */
export const errors: Messages['errors'] = {
  ...errorsOfAgreement,
  ...errorsOfExport,
  ...errorsOfFigures,
  ...errorsOfQda,
  ...errorsOfSpark,
  ...errorsOfFiles,
  ...errorsOfParts,
  ...errorsOfComments,
  ...errorsOfJoin,
  ...errorsOfPassages,
  ...errorsOfStore,
  ...errorsOfPseudonyms,
  ...errorsOfTables,
  ...errorsOfWeb,
  ...errorsOfQueries,
  ...errorsOfSheets,
  ...errorsOfTags,
  'sensitivity/bad-range': ({ given }) =>
    `"${given}" is not a range of numbers. Write one such as 2..6, or a list such as 3,5; at most 20 numbers from 1 on.`,
  'sensitivity/beyond-considered': ({ asked, considered }) =>
    english`Screening considers the first ${considered} words of each group, so that ${asked} cannot be taken. Consider more: zhagen mine --top ${asked}, then zhagen code`,
  'define/nothing': ({ code }) =>
    `Say what is defined of ${code}: --definition, --limits, --example, --property or --facet.`,
  'define/bad-facet': ({ facet }) =>
    `"${facet}" is not a facet. Write its name and its values, such as 工具类型=环境型,供给型.`,
  'define/bad-property': ({ property }) =>
    `"${property}" is not a property. Write its name and its dimensions, such as 强度=强,弱.`,
  'delete/not-empty': ({ code, children, passages, keywords, terms, relations }) => {
    const has = [
      children.length > 0 && `codes under it (${firstOf(children)})`,
      passages > 0 && `coded passages (${passages})`,
      keywords.length > 0 && `keywords (${firstOf(keywords)})`,
      terms.length > 0 && `words that occur in cases (${firstOf(terms)})`,
      relations > 0 && `relations (${relations}; zhagen relate --list)`,
    ].filter(Boolean);
    return `Only an empty code can be deleted, and "${code}" has ${has.join('; ')}. Merge it into another: zhagen merge ${code} <code>; or move what is under it: zhagen move <codes> <parent>`;
  },
  'relate/no-type': () =>
    'Say what the first code is to the second: --as, such as "causal condition" or a type of your own.',
  'relate/itself': ({ code }) => `"${code}" cannot be related to itself. Name another code with --to.`,
  'relate/unknown': ({ from, kind, to }) =>
    `"${from}" is not related to "${to}" as ${kind}. See: zhagen relate --list`,
  'relate/not-core': ({ code }) => `"${code}" is not the core category. See: zhagen relate --list`,
  'memo/empty': () => 'The memo is empty. Write its text, or - to read it from standard input.',
  'memo/unknown': ({ id }) => `There is no memo "${id}". List the memos with their ids: zhagen memo list`,
  'memo/unknown-decision': ({ id }) =>
    `There is no decision "${id}". The ids are in the last column of: zhagen history`,
  'memo/unclear-id': ({ id, count }) => english`${count} ids begin with "${id}". Write more of the id.`,
  'memo/no-subject': () =>
    'Say what the memo is on: --on case:ID, code:NAME, passage:ID, decision:ID, memo:ID or project.',
  'memo/bad-subject': ({ on }) =>
    `"${on}" does not say what the memo is on. Write case:ID, code:NAME, passage:ID, decision:ID, memo:ID or project.`,
  'memo/returns-no-passage': ({ on }) =>
    `Only a coded passage is returned to its coder, and "${on}" is none. Write --on passage:ID with an id of the column passage of zhagen tables evidence.`,
  'memo/answered': ({ id, count }) =>
    `${count === 1 ? 'A memo is' : english`${count} memos are`} on the memo ${id}, so it is not deleted. Give it another text instead: zhagen memo edit ${id} "…"`,
  'memo/not-author': ({ id, author, coder }) =>
    `The memo ${id} is by ${author}, who alone edits or deletes it; you are ${coder}. Add a memo of your own to it: zhagen memo add "…" --on memo:${id}`,
  'settings/unknown': ({ name, known }) => `There is no setting "${name}". Known: ${known}.`,
  'settings/wrong-value': ({ name, value, allowed }) =>
    `"${value}" is not a value of ${name}. It takes one of: ${allowed}.`,
  'settings/no-value': ({ name }) => `Give the value that ${name} is set to: zhagen settings ${name} VALUE`,
  'regions/unknown-kind': ({ name }) => `"${name}" is not a kind of region. Known: ${regionKinds.join(', ')}`,
  'regions/nothing-left': () => 'No kind of region would count. Leave at least one, such as body.',
  'regions/changed': ({ database }) =>
    `${database}: the regions that count changed after the coding. Mine and code again: zhagen mine, then zhagen code`,
  'mine/changed-since': (changes) =>
    `Cases, groups or regions changed while they were mined (${whoChanged(changes)}), so nothing was saved. Mine them again: zhagen mine`,
  'mine/given-statistics': ({ path }) =>
    `The statistics of this project come from ${path}: --profile, --min-frequency and --max-length change nothing there. Go back to the project’s own with them: zhagen mine --restat`,
  'mine/no-texts': ({ cases }) =>
    english`None of the ${cases} cases has a text, so there is nothing to mine. Apply a codebook (zhagen code --codebook …) and code the cases as a whole: zhagen passage code CASE --code CODE`,
  'mine/no-cases': ({ database }) =>
    `${database}: contains no cases yet. Import some: zhagen import <folder>`,
  'mine/reserved-group': ({ by, group, cases }) =>
    `Cannot group by ${by}: "${group}" means all groups, so no group can have that name (cases: ${cases}). Rename it and import again; attributes with --attributes.`,
  'mine/unknown-attribute': ({ attribute, known }) =>
    `No case has the attribute "${attribute}" (--by). Known: ${known}. Attributes come with: zhagen import … --attributes cases.csv`,
  'screen/bad-rules': inYaml,
  'screen/not-mined': ({ database }) => `${database}: has not been mined yet. Run: zhagen mine`,
  'screen/unknown-word': ({ word, group, near }) =>
    `"${word}" is not a keyword ${group === '*' ? 'of any group' : `of "${group}"`}.${near ? ` Did you mean: ${near}?` : ''} A word found by reading is added with: zhagen add`,
  'screen/unknown-group': ({ group, known }) => `There is no group "${group}". The nearest are: ${known}`,
  'screen/add-without-evidence': ({ word }) =>
    `"${word}" does not occur in any case. Name the case and the passage that speak of it: zhagen add ${word} --case ID --quote "…"`,
  'screen/add-in-left-out-region': ({ word, kinds }) =>
    `"${word}" occurs only in regions that do not count (${nameKinds(kinds, 'en')}). Count them: zhagen regions --include-regions ${kinds.join(',')}; or name the case and the passage, which is kept without being counted: zhagen add ${word} --case ID --quote "…"`,
  'screen/quote-not-found': ({ caseId, quote }) =>
    `Case ${caseId} does not contain the passage "${quote}". Copy it from: zhagen cases show ${caseId}`,
  'screen/nothing-to-split': ({ word }) =>
    `"${word}" is not merged into a core keyword, so there is nothing to split.`,
  'decide/nothing-to-undo': ({ coder }) => `${coder} has no decision to take back. See: zhagen history`,
  'decide/not-standing': ({ coder, by, decision }) =>
    by === coder
      ? `Decision ${decision} was taken back already. See: zhagen history`
      : `Decision ${decision} is by ${by}, who alone can take it back; you are ${coder}. See: zhagen history`,
  'decide/undo-blocked': ({ undone, later }) =>
    [
      'This cannot be taken back:',
      ...listDecisions(undone),
      'Later decisions depend on it:',
      ...listDecisions(later),
      'Their coders must take these back first. See: zhagen history',
    ].join('\n'),
  'decide/nothing-to-redo': ({ coder }) =>
    `${coder} took nothing back since their last decision, so there is nothing to redo. See: zhagen history`,
  'decide/redo-blocked': ({ changed }) =>
    [
      'This cannot be made again, because what was in force then has changed:',
      ...listDecisions(changed),
      'State it as a new decision.',
    ].join('\n'),
  'decide/coder-without-name': () => 'A coder needs a name. Give it with --coder NAME, or set ZHAGEN_CODER.',
  'decide/machine-coder': ({ coder }) =>
    `"${coder}" is the program's own name among the coders. Use another name with --coder.`,
  'decide/unreadable-coder': ({ most }) =>
    english`The name of a coder is one line of at most ${most} characters, without control characters.`,
  'decide/changed-since': (changes) =>
    `The project changed after you read it (${whoChanged(changes)}), so nothing was decided. Read it again, then decide: zhagen history`,
  'recipe/bad-recipe': inYaml,
  'recipe/unknown-kind': ({ kind }) =>
    `"${kind}" is not a kind of decision that a recipe takes. Kinds: ${recipeKinds.join(', ')}`,
  'recipe/conflicts': ({ path, problems }) =>
    `${path}: ${problems.length} ${problems.length === 1 ? 'decision' : 'decisions'} cannot be taken over, so nothing was written. Take them out of the file, or skip them with --skip-bad:`,
  'recipe/step': ({ number }) => `decision ${number}:`,
  'recipe/unknown-level': ({ level, known }) =>
    `The codebook has no level with the id "${level}". Levels: ${known}`,
  'recipe/other-codebook': ({ of, used }) =>
    `It is about a code of the codebook "${of || 'none'}", and this project was last coded under "${used || 'none'}". Code under that one first: zhagen code --codebook ${of || 'none'}`,
  'recipe/decided-otherwise': ({ word, kind, into, coder }) =>
    `${coder} decided otherwise about "${word}" here (${kind}${into && ` ${into}`}), and that stays.`,
  'reserve/no-cases': ({ share, cases }) =>
    english`${share} of ${cases} cases leaves none to be coded now. Import the cases first, or reserve fewer.`,
  'reserve/no-statements': ({ share, statements }) =>
    english`${share} of ${statements} statements leaves none to be coded now. Import cases first, or reserve fewer.`,
  'reserve/nothing-reserved': ({ unit }) =>
    `No ${unit} is reserved, and none was. Reserve some before the coding begins: zhagen reserve 1/3 --seed 1${unit === 'statement' ? ' --unit statement' : ''}`,
  'decide/not-contested': ({ word }) =>
    `Coders do not differ about "${word}" there, so there is nothing to adjudicate. See: zhagen history`,
  'decide/no-verdict-of': ({ coder, word, coders }) =>
    `${coder} has no verdict on "${word}". Choose one of the coders who have: ${coders}.`,
  'decide/needs-target': ({ verb }) => `zhagen ${verb} needs two words or more; the last one is the target.`,
  'decide/fold-into-itself': ({ word }) => `"${word}" cannot go into itself.`,
  'decide/takes-two': ({ verb }) => `zhagen ${verb} takes two names: the present name and the new one.`,
  'decide/empty-word': ({ verb }) =>
    `A word of zhagen ${verb} is blank. Write every word, for example: zhagen ${verb} 扶贫车间`,
  'decide/unknown-target': ({ verb, name, near }) =>
    `No code or keyword is called "${name}".${near ? ` Did you mean: ${near}?` : ''} To make a new one add --new: zhagen ${verb} … ${name} --new`,
  'decide/not-new': ({ name }) =>
    `There is already a code or keyword "${name}". Leave out --new, or choose another name.`,
  'decide/not-coded': () =>
    `This project is not coded yet, so it has no codebook. First run: zhagen code --codebook none (or the codebook you use)`,
  'decide/mixed-levels': ({ names }) =>
    `${names}: are not all at one level. Name codes of one level at a time; zhagen promote moves one up a level.`,
  'decide/wrong-level': ({ code, level, wanted }) =>
    `"${code}" is at level ${level}; the target must be at level ${wanted}. Name another one, or give the target a name of its own.`,
  'decide/top-level': ({ code, level }) =>
    `"${code}" is at the top level (${level}): there is no level above it.`,
  'decide/has-codes-under': ({ code, children }) =>
    `"${code}" has codes under it: ${children}. First move them: zhagen move <codes> <parent>`,
  'decide/name-taken': ({ name, code }) =>
    `"${name}" is the name of the code ${code}. Choose another one, or merge the two: zhagen merge`,
  'decide/level-taken': ({ name }) => `Another level is called "${name}" already. Choose another name.`,
  'code/unknown-codebook': ({ name, known }) =>
    `There is no codebook "${name}". Give a YAML file, or one of: ${known}, none`,
  'code/is-project': ({ path }) =>
    `${path} is a whole project, not a codebook. Import it with "zhagen import ${path}": its codes come with it.`,
  'code/bad-codebook': inYaml,
  'code/faulty-codebook': ({ path, problems }) =>
    `${path}: ${problems.length} fault${problems.length === 1 ? '' : 's'}:`,
  'code/unknown-code': ({ name, near }) =>
    `There is no code "${name}".${near ? ` Did you mean: ${near}?` : ''} See: zhagen codebook show <codebook>`,
  'code/no-codes': ({ database }) =>
    `${database}: no codes yet. Make some: zhagen promote <keyword>, zhagen merge <keywords> <core keyword>, zhagen group <codes> <parent>`,
  'provenance/no-interviews': ({ fitting }) =>
    `No questions or speakers were recognised in the texts, and COREQ is for interviews and focus groups only. Checklists that fit: ${fitting}.`,
  'provenance/exists': ({ path }) =>
    `${path} exists already and may contain what was written into it. Replace it with --force.`,
  'provenance/other-folder': ({ path }) =>
    `${path} was not written by zhagen provenance, or contains other files, and is not replaced. Choose another name.`,
  'verify/changed-meanwhile': () => 'The project changed while it was verified. Run zhagen verify again.',
  'saturation/unknown-order': ({ order, known }) =>
    `There is no order "${order}" of the cases. Orders: ${known}`,
  'saturation/too-few-cases': ({ cases, base, run }) =>
    english`${cases} cases are too few for a base of ${base} and a run of ${run}. Lower --base or --run, or collect more cases.`,
  'assess/no-claims': ({ name, known }) =>
    `There is nothing published under "${name}". Name a claims.yaml or its folder with --against, or one of: ${known}`,
  'assess/bad-claims': inYaml,
  'assess/bad-gold': ({ path, line, problem }) =>
    `${path}:${line}: ${say(problem)}. A gold file has the columns case_id and open_code, or case_id and main_pillar.`,
  'view/unknown': ({ view }) =>
    `There is no view "${view}". Use one of: settled, coder:NAME, blind (with --coder NAME).`,
  'view/unknown-coder': ({ coder, known }) =>
    `Nobody called "${coder}" decided anything in this project. Coders: ${known || 'none'}.`,
  'view/blind-needs-coder': () =>
    'The view blind is one coder’s own. Say whose with --coder, or set ZHAGEN_CODER.',
  'view/coder-elsewhere': ({ coder }) =>
    `--coder says who acts, or whose view blind is. To read the rows of ${coder}: --view coder:${coder}`,
  'view/compares-coders': ({ table }) =>
    `The table ${table} shows the verdicts of several coders, so it has no view of one coder. Leave out --view.`,
  'view/out-of-date': ({ database }) =>
    `${database}: texts, statistics or rules changed after the last coding, so there are no rows of one coder yet. Run: zhagen code`,
  'cases/unknown-batch': ({ batch, known }) => `There is no batch "${batch}". Known: ${known}`,
  'cases/nothing-to-find': () =>
    'The word to find is blank. Write a word or a code, for example: zhagen kwic 扶贫车间',
  'cases/unknown-case': ({ id, near }) =>
    `There is no case "${id}".${near ? ` Did you mean: ${near}?` : ''} See: zhagen cases`,
  'cases/sealed': ({ id }) =>
    `${id} is sealed: it is held out for a later check, and nobody codes or judges it. To open it: zhagen cases unseal ${id}`,
  'cases/no-attribute': ({ caseId }) =>
    `Name what is set: zhagen cases set ${caseId} NAME=VALUE (NAME= takes the value away).`,
  'cases/not-a-value': ({ given }) =>
    `"${given}" is not a value of an attribute. Write NAME=VALUE, for example: zhagen cases set JX01 province=江西`,
  'cases/unknown-attribute': ({ name, known }) =>
    `The cases have no attribute "${name}". Known: ${known || 'none'}. New ones come with an attribute table: zhagen import --attributes`,
  'cases/attribute-type': ({ name, value, type }) =>
    `"${value}" is not a valid value of ${name}, whose type is ${type}. See: zhagen cases --attributes`,
  'cases/needs-reason': ({ verb }) =>
    `Give the reason: zhagen cases ${verb} … ${verb === 'next' ? '--because' : '--reason'} "…"`,
  'cases/own-coding': ({ coder }) =>
    `${coder} cannot check their own coding. Name another coder with --coding-of.`,
  'cases/not-done': ({ coder, cases }) =>
    `${coder} is not done with ${cases} in its current version, so there is no coding to check. First: zhagen done ${cases} --coder ${coder}`,
  'coders/wrong-guid': ({ guid }) =>
    `"${guid}" is not a GUID. A GUID has 32 hexadecimal digits, such as 1b4e28ba-2fa1-11d2-883f-0016d3cca427.`,
  'coders/guid-taken': ({ guid, owner }) =>
    `${guid} is the GUID of ${owner}. Give each coder one of their own.`,
  'decide/interrupted': () =>
    'Interrupted. Nothing was decided: the log and all tables are as they were before.',
};

function whoChanged({ coders, stages }: ErrorParams['mine/changed-since']): string {
  return [...(coders.length > 0 ? [`decisions by ${coders.join(', ')}`] : []), ...stages].join('; ');
}
