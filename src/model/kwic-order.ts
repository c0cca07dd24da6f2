/** The orders of occurrences in context: by case and place, or by what stands before the word, read backwards from it, or after it. */
export const kwicOrders = ['case', 'left', 'right'] as const;

export type KwicOrder = (typeof kwicOrders)[number];
