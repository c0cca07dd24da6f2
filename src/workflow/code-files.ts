import { type CountedCase, openCountedCases } from '../project/counted-cases.js';
import { openCodebook } from '../sources/open-codebook.js';
import { openCaseReader, type UnreadPart } from '../sources/read-case-file.js';
import { listCorpus, type ReadySlice, readSlice } from '../sources/read-share.js';
import { passageCoder } from '../stages/code/code-passages.js';

/** What `code` reads when it is given files, and under which codebook. */
export interface CodeFilesOptions {
  readonly files: readonly string[];
  /** What is read of the files, where it is not all of them. */
  readonly slices?: readonly ReadySlice[] | undefined;
  /** The name of a shipped codebook, or a file. */
  readonly codebook: string;
  /** Told, once all are read, what of the files was not read. */
  readonly onUnread?: ((parts: readonly UnreadPart[]) => void) | undefined;
}

/** A sentence that speaks for a code or against it; places are code points of the raw text. */
export interface ProposedCoding {
  readonly code: string;
  /** From the top level down. */
  readonly labels: readonly string[];
  readonly polarity: 'supports' | 'contradicts';
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The terms and the rules that led to the code. */
  readonly keywords: readonly string[];
  readonly rules: readonly string[];
}

/** A case with the codings that the program proposes for it; `version` is the sha256 of its raw text. */
export interface CaseCodings {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly codings: readonly ProposedCoding[];
}

/**
 * Proposes codes for the sentences of each case of some files, without a project: the cases are cleaned, and regions left
 * out, as `import` does without options.
 * @throws UserError code/unknown-codebook, code/bad-codebook; those of reading cases
 */
export async function* codeFiles(options: CodeFilesOptions): AsyncGenerator<CaseCodings> {
  const { framework } = await openCodebook(options.codebook);
  const codeText = passageCoder(framework);
  const corpus = listCorpus(options.files);
  const toCase = openCountedCases(corpus.map(({ source }) => source));
  const slices = options.slices ?? corpus.map((found) => ({ found, kind: 'whole' as const }));
  const labelsOf = (codeId: string) => framework.paths.get(codeId)?.map(({ label }) => label.zh) ?? [];
  const codingsOf = (one: CountedCase): ProposedCoding[] =>
    codeText(one).assignments.map(({ codeId: code, polarity, start, end, quote, keywords, rules }) => ({
      code,
      labels: labelsOf(code),
      polarity,
      start,
      end,
      quote,
      keywords,
      rules,
    }));
  const reader = openCaseReader({});
  try {
    for (const slice of slices) {
      for await (const read of readSlice(reader, slice)) {
        const one = await toCase(read);
        yield { id: one.caseId, title: one.title, version: one.version, codings: codingsOf(one) };
      }
    }
    options.onUnread?.(reader.unread());
  } finally {
    reader.close();
  }
}
