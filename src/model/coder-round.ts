/** Rounds of coding that are kept apart from the formal one: a training round, and a coder's second coding of the same. */
export const roundsApart = ['pilot', 'retest'] as const;

export type RoundApart = (typeof roundsApart)[number];

const APART = new RegExp(`@(?:${roundsApart.join('|')})\\d*$`);

/** Returns the name under which a coder codes in a round apart. */
export const nameInRound = (coder: string, round: RoundApart): string => `${coder}@${round}`;

/** Returns whether what somebody codes under a name belongs to a round apart: it is compared, and counts nowhere else. */
export const isApart = (coder: string): boolean => APART.test(coder);
