import { zValidator } from '@hono/zod-validator';
import type { ValidationTargets } from 'hono';
import type { ZodType } from 'zod';
import { UserError } from '../errors.js';

/** Reads a part of a request by a schema. @throws UserError web/bad-request */
export function valid<Schema extends ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return zValidator(target, schema, (result) => {
    if (result.success) return;
    const [first] = result.error.issues;
    throw new UserError('web/bad-request', { field: first?.path.join('.') ?? '' });
  });
}
