/** What memos are for, in the terms of the field; a `note` is for anything else. */
export const memoTypes = ['theoretical', 'methodological', 'note'] as const;

export type MemoType = (typeof memoTypes)[number];
