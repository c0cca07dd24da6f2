/**
 * Whose verdicts rows are read under: what is settled of all coders' verdicts, one coder's own over what the program
 * proposes, or (blind) these without anything that follows from the verdicts of others.
 */
export type View =
  | { readonly kind: 'settled' }
  | { readonly kind: 'coder' | 'blind'; readonly coder: string };

/** The view that is read where none is asked for. */
export const SETTLED: View = { kind: 'settled' };
