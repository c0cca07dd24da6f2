/** When coders see what the program proposes in a case: once they are done with it or ask for it, or always. */
export const proposalsSettings = ['when-done', 'always'] as const;

export type ProposalsSetting = (typeof proposalsSettings)[number];
