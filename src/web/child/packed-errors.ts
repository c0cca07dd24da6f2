import { type ErrorCode, type ErrorParams, UserError } from '../../errors.js';

/** An error of the user's as it travels between processes: of a class of ours only the message would arrive. */
interface PackedError {
  readonly userError: ErrorCode;
  readonly params: ErrorParams[ErrorCode];
}

/** The same value with all errors of the user's in it ready to travel; problems may have further ones in a list. */
export function packErrors<Value>(value: Value): Value {
  return mapValues(value, (one) =>
    one instanceof UserError ? { userError: one.code, params: packErrors(one.params) } : undefined,
  ) as Value;
}

/** The value that was packed. */
export function unpackErrors<Value>(value: Value): Value {
  return mapValues(value, (one) =>
    isPacked(one) ? new UserError(one.userError, unpackErrors(one.params)) : undefined,
  ) as Value;
}

function isPacked(value: unknown): value is PackedError {
  return typeof value === 'object' && value !== null && 'userError' in value;
}

/** Replaces values within lists and plain objects, also the whole; `replace` gives nothing for what stays as it is. */
function mapValues(value: unknown, replace: (value: unknown) => unknown): unknown {
  const other = replace(value);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((one) => mapValues(one, replace));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapValues(one, replace)]));
}
