/** The version of a case without text: the sha256 of nothing. */
export const WITHOUT_TEXT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Returns whether a version of a case is one without text. */
export function isWithoutText({ version }: { readonly version: string }): boolean {
  return version === WITHOUT_TEXT;
}
