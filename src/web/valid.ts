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
    const { path, message } = result.error.issues[0] ?? { path: [], message: '' };
    throw new UserError('web/bad-request', { field: path.join('.'), problem: message });
  });
}
