import type { CaseKeyword } from '../../model/case-keyword.js';
import type { Code } from '../../model/codebook.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import type { DecidedWord, Verdict } from '../../model/decisions/verdict.js';
import type { Framework } from '../../model/framework.js';
import type { Keyword } from '../../model/keyword.js';
import { kindOf, type Mapping, type MappingMethod } from '../../model/mapping.js';
import { buildTermMatcher } from '../../text/term-matcher.js';

interface Target {
  readonly code: Code | null;
  readonly coreKeyword: string | null;
  readonly method: MappingMethod;
}

/**
 * Open coding: merges the kept keywords of every case into core keywords. A person's merge or split comes
 * first, then the codebook's own labels and terms, then a keyword that holds the terms of one code alone; the
 * rest stays unmapped. Without a framework every keyword is its own core keyword until people merge it.
 * Gives one mapping for each case × keyword, a folded keyword under what it was folded into.
 */
export function mapKeywords(
  keywords: readonly Keyword[],
  placed: readonly CaseKeyword[],
  framework: Framework | null,
  decisions: readonly DecidedWord[],
): Mapping[] {
  const kept = new Map(
    keywords.filter((keyword) => keyword.kept).map((keyword) => [keyOf(keyword), keyword]),
  );
  const verdicts = new Map(
    decisions
      .filter(({ aspect }) => aspect === 'mapping')
      .map((decided) => [keyOf(decided), decided.verdict]),
  );
  const mappings = new Map<string, Mapping>();
  for (const { caseId, keyword } of placed) {
    const { group, countsFor: word } = keyword;
    const counted = kept.get(keyOf({ group, word }));
    if (!counted) continue;
    const verdict = verdicts.get(keyOf({ group, word })) ?? verdicts.get(keyOf({ group: ALL_GROUPS, word }));
    const target = verdict ? decidedTarget(word, verdict, framework) : machineTarget(framework, word);
    const decidedBy = verdict ?? (counted.coder !== null && target.method === 'alias' ? counted : null);
    mappings.set(`${caseId}\t${word}`, {
      codebookId: framework?.codebook.id ?? '',
      group,
      caseId,
      word,
      kind: kindOf(word, target.coreKeyword),
      codeId: target.code?.id ?? null,
      coreKeyword: target.coreKeyword,
      method: target.method,
      status: decidedBy ? 'confirmed' : 'proposed',
      decisionId: verdict?.decisionId ?? counted.decisionId,
      coder: decidedBy?.coder ?? MACHINE_CODER,
    });
  }
  return [...mappings.values()];
}

const keyOf = ({ group, word }: { group: string; word: string }) => `${group}\t${word}`;

const unmapped: Target = { code: null, coreKeyword: null, method: 'unmapped' };

function standsForItself(word: string): Target {
  return { code: null, coreKeyword: word, method: 'unmapped' };
}

function decidedTarget(word: string, { kind, into }: Verdict, framework: Framework | null): Target {
  if (kind === 'split' || into === undefined) return { ...standsForItself(word), method: 'decision' };
  const code = framework?.codes.get(into) ?? framework?.termOwners.get(into) ?? null;
  return { code, coreKeyword: code?.label.zh ?? into, method: 'decision' };
}

/** The code that a keyword, or the name of a core keyword, goes to unless people decide otherwise for a group. */
export function codeOfWord(framework: Framework | null, word: string): Code | null {
  const { code } = machineTarget(framework, word);
  return code ?? framework?.termOwners.get(word) ?? framework?.codes.get(word) ?? null;
}

/** What `machineTargets` made of each framework: a decision asks for few keywords, and again and again. */
const prepared = new WeakMap<Framework, (word: string) => Target>();

function machineTarget(framework: Framework | null, word: string): Target {
  if (!framework) return standsForItself(word);
  const targetOf = prepared.get(framework) ?? machineTargets(framework);
  prepared.set(framework, targetOf);
  return targetOf(word);
}

/** In a codebook that people grow, what no code has stands for itself, as it did before there was any. */
function machineTargets(framework: Framework): (word: string) => Target {
  if (framework.codebook.id !== '') return codeTargets(framework);
  return (word) => {
    const owner = framework.termOwners.get(word);
    return owner ? { code: owner, coreKeyword: owner.label.zh, method: 'alias' } : standsForItself(word);
  };
}

function codeTargets({ open, termOwners }: Framework): (word: string) => Target {
  const isOpen = new Set(open);
  const terms = [...termOwners].filter(([, code]) => isOpen.has(code)).map(([term]) => term);
  const matcher = buildTermMatcher(terms);
  return (word) => {
    const owner = termOwners.get(word);
    if (owner && isOpen.has(owner)) return { code: owner, coreKeyword: owner.label.zh, method: 'alias' };
    const [code, ...others] = new Set(matcher.find(word).map(({ term }) => termOwners.get(term)));
    return code && others.length === 0 ? { code, coreKeyword: code.label.zh, method: 'contained' } : unmapped;
  };
}
