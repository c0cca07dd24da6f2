import { z } from 'zod';

/** Attribute values of a case by attribute name, as they stand in the attribute table. */
export const attributesSchema = z.record(z.string(), z.string()).readonly();

/**
 * One case report. `text` is the decoded text without its BOM, otherwise untouched and frozen at import:
 * every `Span` points into it. `version` is the sha256 of `text` in hex. `source` is the path the case was
 * read from, relative to the argument that named it, with `/` (and `#line` for one row of a table of cases).
 */
export const caseSchema = z
  .object({
    id: z.string().min(1),
    title: z.string(),
    text: z.string(),
    attributes: attributesSchema,
    source: z.string(),
    version: z.string().regex(/^[0-9a-f]{64}$/),
    batch: z.string(),
  })
  .readonly();

export type Attributes = z.infer<typeof attributesSchema>;
export type Case = z.infer<typeof caseSchema>;

/** A case without its text, for all that needs no text. */
export type CaseHead = Omit<Case, 'text'>;
