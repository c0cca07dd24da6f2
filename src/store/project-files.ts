/** The files of a project: the one that is kept, and those that SQLite has beside it while it is open. */
export function projectFiles(path: string): string[] {
  return ['', '-wal', '-shm', '-journal'].map((suffix) => `${path}${suffix}`);
}
