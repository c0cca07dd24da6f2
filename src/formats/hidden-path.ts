/** What systems and programs leave beside people's files: hidden files, Word's owner files, caches of folders. */
const HIDDEN = /^(?:\.(?!\.?$)|~\$|__MACOSX$|(?:eh)?thumbs\.db$|desktop\.ini$)/i;

/**
 * Whether a path, with `/`, leads to a file that no person made, or through a folder that is hidden.
 * @example isHiddenPath('案例/~$江西.docx') // → true
 */
export function isHiddenPath(path: string): boolean {
  return path.split('/').some((name) => HIDDEN.test(name));
}
