import { expect } from 'vitest';
import { UserError } from '../../src/errors.js';

/** The code and parameters of the UserError that an action throws. */
export function problemOf(action: () => unknown): { code: string; params: object } {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const { code, params } = error as UserError;
    return { code, params };
  }
  return expect.fail('nothing was thrown');
}
