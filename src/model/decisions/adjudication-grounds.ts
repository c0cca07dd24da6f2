import { z } from 'zod';
import { type AdjudicationReason, adjudicationReasons } from '../adjudication-reason.js';

/** What an adjudication says of how it came about. */
export const adjudicationGrounds = {
  why: z.enum(adjudicationReasons).optional(),
  /** Who took part, when a group decided. */
  attendees: z.array(z.string().min(1)).readonly().optional(),
} as const;

/** What an adjudication says of how it came about. */
export interface AdjudicationGrounds {
  readonly why?: AdjudicationReason | undefined;
  readonly attendees?: readonly string[] | undefined;
}

/** The grounds that were given, and nothing of those that were not, as decisions keep them. */
export function givenGrounds({ why, attendees = [] }: AdjudicationGrounds): Given {
  return { ...(why !== undefined && { why }), ...(attendees.length > 0 && { attendees }) };
}

interface Given {
  readonly why?: AdjudicationReason;
  readonly attendees?: readonly string[];
}
