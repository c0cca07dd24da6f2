/** The fields of a record that say something; an empty list does not, unless its field is one to keep. */
export function filledFields(fields: object, keep: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) =>
        value !== undefined && (keep.includes(name) || !(Array.isArray(value) && value.length === 0)),
    ),
  );
}
