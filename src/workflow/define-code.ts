import { UserError } from '../errors.js';
import type { DecidedCode } from '../model/decisions/verdict.js';
import { readFacet } from '../model/facets.js';
import type { Context } from '../project/context.js';
import { findUsedCode } from '../project/find-code.js';
import { planChange } from '../project/plan-code-change.js';
import { verdictsOnCodes } from '../project/project-view.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { notInForce, verdictDecision } from '../project/verdict-decision.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** A code that somebody decides about, of any codebook in use or of the named one. */
export interface CodeDecision {
  readonly code: string;
  readonly codebook?: string | undefined;
  readonly coder: string;
  readonly reason: string;
}

/** What belongs to a code and what does not: what is left out stays as it is, what is empty is taken away. */
export interface DefineOptions extends CodeDecision {
  readonly definition?: string | undefined;
  readonly limits?: readonly string[] | undefined;
  readonly examples?: readonly string[] | undefined;
  /** `property=dimension,dimension`, such as `强度=强,弱`. */
  readonly properties?: readonly string[] | undefined;
  /** `facet=value,value`, such as `工具类型=环境型,供给型`. */
  readonly facets?: readonly string[] | undefined;
}

/**
 * Writes the definition, limits, examples, properties and facets of a code, by a decision that can be taken back.
 * @throws UserError define/nothing, define/bad-property, define/bad-facet, code/unknown-code
 */
export async function defineCode(context: Context, options: DefineOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  const change = definitionOf(options);
  if (Object.keys(change).length === 0) throw new UserError('define/nothing', { code: options.code });
  return followDecisions(context, (again) => {
    const { store } = again;
    const found = findUsedCode(store, options.code, 'define', options.codebook);
    const { id, level, label } = found.code;
    const state = { ...found, verdicts: verdictsOnCodes(store) };
    const planned = planChange(state, { id, level, name: label.zh, code: found.code }, change);
    const made = planned.map((one) =>
      verdictDecision(again, { kind: 'define', coder, reason: options.reason }, one),
    );
    const { fresh, alreadyInForce } = notInForce(store, made);
    return { ...recordDecisions(store, fresh), alreadyInForce };
  });
}

type Definition = Pick<DecidedCode, 'definition' | 'exclude' | 'examples' | 'properties' | 'facets'>;

function definitionOf({ definition, limits, examples, properties, facets }: DefineOptions): Definition {
  return {
    ...(definition !== undefined && { definition: toLine(definition) }),
    ...(limits && { exclude: written(limits) }),
    ...(examples && { examples: written(examples) }),
    ...(properties && { properties: written(properties).map(propertyOf) }),
    ...(facets && { facets: Object.fromEntries(written(facets).map(facetOf)) }),
  };
}

const toLine = (text: string) => text.normalize('NFC').trim();

const written = (texts: readonly string[]) => texts.map(toLine).filter((text) => text !== '');

/** A property and the range it varies over, as typed on either keyboard: `强度=强,弱`, `强度＝强、弱`. */
function propertyOf(text: string): NonNullable<Definition['properties']>[number] {
  const [name = '', ...rest] = text.split(/[=＝]/).map(toLine);
  if (name === '' || rest.length > 1) throw new UserError('define/bad-property', { property: text });
  return { name, dimensions: written((rest[0] ?? '').split(/[,，、;；]/)) };
}

function facetOf(text: string): ReturnType<typeof readFacet> {
  const [name, values] = readFacet(text);
  if (name === '' || values.length === 0) throw new UserError('define/bad-facet', { facet: text });
  return [name, values];
}
