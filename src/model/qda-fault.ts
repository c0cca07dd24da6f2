/** What may be wrong in a project of REFI-QDA though it follows the schema. */
export const qdaFaultKinds = [
  'dangling',
  'doubled-guid',
  'bad-span',
  'beyond-text',
  'no-text',
  'outside-path',
  'doubled-name',
  'bad-value',
] as const;

export type QdaFaultKind = (typeof qdaFaultKinds)[number];

/** One such fault, with the GUID, path or name that has it. */
export interface QdaFault {
  readonly kind: QdaFaultKind;
  readonly at: string;
}
