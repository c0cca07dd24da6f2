/**
 * What memos are for, in the terms of the field; a `return` gives a coded passage back to its coder (返回修改), a `note` is for
 * anything else.
 */
export const memoTypes = ['theoretical', 'methodological', 'return', 'note'] as const;

export type MemoType = (typeof memoTypes)[number];
