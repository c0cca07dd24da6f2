import type { Code, Codebook } from '../../model/codebook.js';
import type { CodingRule } from '../../model/coding-rule.js';
import { toTextForm } from '../../text/text-form.js';
import { toWordingForm } from '../../text/wording.js';

/** Returns a codebook whose labels, terms, literals of rules and words of the field have the form of clean texts. */
export function codebookInTextForm(codebook: Codebook): Codebook {
  return {
    ...codebook,
    context: codebook.context.map(toTextForm),
    codes: codebook.codes.map(codeInTextForm),
  };
}

/** Returns a rule whose literals have the form of clean texts. */
export function ruleInTextForm({ any, all, near, not, ...rule }: CodingRule): CodingRule {
  return {
    ...(any && { any: any.map(toWordingForm) }),
    ...(all && { all: all.map(toWordingForm) }),
    ...(near && { near: near.map(toWordingForm) }),
    ...(not && { not: not.map(toWordingForm) }),
    ...rule,
  };
}

/** A term in two ways of writing (ＡＩ, AI) is one, and none where it is the label. */
function codeInTextForm(code: Code): Code {
  const label = { ...code.label, zh: toTextForm(code.label.zh) };
  return {
    ...code,
    label,
    terms: [...new Set(code.terms.map(toTextForm))].filter((term) => term !== label.zh),
    weak: [...new Set(code.weak.map(toTextForm))],
    rules: code.rules.map(ruleInTextForm),
  };
}
