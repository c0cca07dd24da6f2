/** The group name that stands for every group of the project. */
export const ALL_GROUPS = '*';
