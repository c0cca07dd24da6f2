import { english } from '../../text/english.js';
import type { FigureCount, FigureWords } from './figure-words.js';

const counts: Readonly<Record<FigureCount, string>> = {
  assignments: 'assignments (case × keyword pairs merged into the code)',
  references: 'references (coded passages, by a rule or a person)',
  cases: 'cases (distinct cases with an assignment or a reference)',
};

const SOURCES = {
  core: 'In the centre is the core category',
  centre: 'In the centre is what the framework is about, which is no code',
  title: 'There is no core category: the name of the framework is in the centre',
} as const;

const ITEMS = { codes: 'codes', keywords: 'raw keywords' } as const;
const FORMS = {
  'inductive-thematic': 'inductive thematic saturation',
  'a-priori-thematic': 'a priori thematic saturation (the curve counts raw keywords)',
  data: 'data saturation',
} as const;
const UNITS = { passage: 'sentences', paragraph: 'paragraphs', case: 'cases' } as const;

/** The words of figures in English. */
export const wordsEn: FigureWords = {
  titles: {
    bars: 'Frequency of core keywords',
    framework: 'Theoretical framework',
    sankey: 'From codes to categories',
    crosstab: 'Codes by an attribute of the cases',
    network: 'Network of codes that occur together',
    dendrogram: 'Tree of codes that occur together',
    mechanism: 'Mechanism',
    crosswalk: 'Crosswalk of two codebooks',
    saturation: 'Saturation',
    agreement: 'Agreement by code',
  },
  heads: { role: 'relation to the centre' },
  counts,
  cases: (count) => `n = ${count}`,
  bars: (counted, { codes, of, total }) => {
    const drawn = codes < of ? english`The first ${codes} of ${of} codes` : english`${of} codes`;
    const whole = counted === 'cases' ? '' : `; all ${of} together ${total}`;
    return `Length and number of a bar = ${counts[counted]}. ${drawn}${whole}.`;
  },
  framework: ({ codes, hasRoles, centre, counted }) => {
    const roles = hasRoles ? ' The word on a line is what the code is to the centre.' : '';
    const sizes = counted
      ? ` Numbers = ${counts[counted]}, with the codes below; they say how much evidence there is, the theory claims no sizes.`
      : ' Sizes and places mean no numbers.';
    return english`${SOURCES[centre]}, around it are ${codes} codes.${roles}${sizes}`;
  },
  sankey: (counted, isCut) =>
    `Width and number of a ribbon = ${counts[counted]}, with the codes below; each code flows into the one above it.${counted === 'cases' ? ' Cases are distinct: those of codes may add up to more than those of the code above, and their ribbons are narrowed to fit.' : ''}${isCut ? ' The lowest level is not drawn.' : ''} Codes without a count and core keywords outside the codebook are left out.`,
  crosstab: (by, { codes, of, hasNumbers }) =>
    `${hasNumbers ? 'Number in a cell' : 'Shade of a cell'} = per cent of the cases of the group with the code (or one below it), the more the darker; n = cases of the group (grouped by ${by}). Cases are counted, not references; where n is small the share is not stable.${codes < of ? english` The ${codes} of ${of} codes that occur in most cases.` : ''}`,
  share: 'Per cent of the cases of a group with the code',
  and: ' + ',
  distance: 'distance (1 − Jaccard)',
  dendrogram: (unit, codes) =>
    english`${codes} codes clustered by the ${UNITS[unit]} they share: distance = 1 − Jaccard (${UNITS[unit]} with both / ${UNITS[unit]} with either), average linkage. What joins further left occurs together more often; codes that never meet another are left out.`,
  network: (unit, { codes, of, edges, ofEdges }) =>
    english`Size of a node = cases, width of a line = ${UNITS[unit]} with both codes. ${edges < ofEdges ? english`The ${edges} of ${ofEdges} pairs with the highest Jaccard coefficient` : english`All ${edges} pairs that meet`}, which join ${codes} of ${of} codes. The layout is that of ForceAtlas2: distances mean no numbers. Betweenness and closeness are normalised and computed over the lines drawn, all of one length.`,
  mechanism: ({ codes, relations, hasCore }) =>
    english`${relations} relations of ${codes} codes: an arrow leads from the first code to the second, its word is what the first is to the second.${hasCore ? ' The core category has a thick border.' : ''} Places and sizes mean no numbers.`,
  crosswalk: (unit, hasNumbers) =>
    `Rows and columns are codes of two codebooks;${hasNumbers ? ` number in a cell = ${UNITS[unit]} with both,` : ''} a cell is the darker the higher the Jaccard coefficient (${UNITS[unit]} with both / with either). A code counts for the code of the level above it; codes that never meet one of the other codebook are left out.`,
  crosswalkLegend: 'Jaccard coefficient',
  allCodes: 'All codes together',
  agreement: ({ codes, of, units, level }) =>
    english`Agreement on each code${level ? ` (${level})` : ''}, given or not, over ${units} units; n = units that anybody gave the code. A value of 1 is full agreement, 0 what chance gives.${codes < of ? english` The ${codes} of ${of} codes that most units were given.` : ''}`,
  agreementText: (measure) => ({
    axis: measure,
    count: 'n',
    undefined: 'not defined',
    legend: {
      sum: 'all codes together',
      sure: 'a code',
      unsure: 'a code of fewer than 10 units, whose value says little',
      interval: '95% interval',
    },
  }),
  saturation: ({ form, counted, codebook, order, baseItems, steps, options }) =>
    english`Form tested: ${FORMS[form]}; codebook ${codebook}; order of cases: ${order}; n = ${steps.length} cases. Counted are different ${ITEMS[counted]} of each case; ratio = new ${ITEMS[counted]} in a run of ${options.run} cases / ${ITEMS[counted]} of the first ${options.base} cases (${baseItems}). A dashed line shows where the ratio first falls to that value; more may come after it. The light band has 95% of the sums over ${options.runs} shuffled orders (seed ${options.seed}): another order gives another result.`,
  saturationMark: (threshold, at) => `≤${threshold * 100}%: case ${at}`,
  saturationText: (counted, together, runs) => ({
    x: 'cases, in their order',
    y: ITEMS[counted],
    legend: [
      together === 1
        ? `new ${ITEMS[counted]} of each case`
        : english`new ${ITEMS[counted]} of ${together} cases`,
      `different ${ITEMS[counted]} so far`,
      `95% of ${runs} shuffled orders`,
    ],
  }),
  networkLegend: (unit, widest, largest) =>
    english`Largest node: ${largest} cases; thickest line: ${widest} ${UNITS[unit]}`,
};
