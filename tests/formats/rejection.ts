import { expect } from 'vitest';
import { UserError } from '../../src/errors.js';

/** The code and parameters of the UserError that a promise ends with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<{ code: string; params: object }> {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const { code, params } = error as UserError;
    return { code, params };
  }
  return expect.fail('nothing was thrown');
}
