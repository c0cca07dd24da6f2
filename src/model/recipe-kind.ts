/**
 * The decisions that a recipe takes to another project, in the order in which they are replayed: those that speak of all
 * groups, and of codes and their relations. `promote` also founds codes.
 */
export const recipeKinds = [
  'promote',
  'rename',
  'define',
  'move',
  'add',
  'keep',
  'drop',
  'fold',
  'merge',
  'relate',
  'unrelate',
] as const;

export type RecipeKind = (typeof recipeKinds)[number];
