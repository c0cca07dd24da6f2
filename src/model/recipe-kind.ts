/** The decisions that a recipe takes to another project: those that speak of all groups, and of codes that both have. */
export const recipeKinds = ['rename', 'define', 'add', 'keep', 'drop', 'fold', 'merge'] as const;

export type RecipeKind = (typeof recipeKinds)[number];
