import type { Code, Codebook } from '../../model/codebook.js';
import type { CodingRule } from '../../model/coding-rule.js';
import { type TextForm, toTextForm } from '../../text/text-form.js';
import { toWordingForm } from '../../text/wording.js';

/** Returns a codebook whose labels, terms, literals of rules and words of the field have the form of clean texts. */
export function codebookInTextForm(codebook: Codebook, form: TextForm = toTextForm): Codebook {
  return {
    ...codebook,
    context: codebook.context.map(form),
    codes: codebook.codes.map((code) => codeInTextForm(code, form)),
  };
}

/** Returns a rule whose literals have the form of clean texts. */
export function ruleInTextForm({ any, all, near, not, ...rule }: CodingRule, form: TextForm): CodingRule {
  const inForm = (pattern: string) => toWordingForm(pattern, form);
  return {
    ...(any && { any: any.map(inForm) }),
    ...(all && { all: all.map(inForm) }),
    ...(near && { near: near.map(inForm) }),
    ...(not && { not: not.map(inForm) }),
    ...rule,
  };
}

/** A term in two ways of writing (ＡＩ, AI) is one, and none where it is the label. */
function codeInTextForm(code: Code, form: TextForm): Code {
  const label = { ...code.label, zh: form(code.label.zh) };
  return {
    ...code,
    label,
    terms: [...new Set(code.terms.map(form))].filter((term) => term !== label.zh),
    weak: [...new Set(code.weak.map(form))],
    rules: code.rules.map((rule) => ruleInTextForm(rule, form)),
  };
}
