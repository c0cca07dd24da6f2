/** A file and its path in the folder that was dropped or chosen, with `/`. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

/**
 * All files that were dropped, those in folders with their folders. One folder alone is where the cases are: they are called
 * from there, as the command line calls them.
 */
export async function readDropped(transfer: DataTransfer): Promise<ChosenFile[]> {
  // Entries must be asked for before anything is awaited: the list is empty afterwards.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [first] = entries;
  const isOneFolder = entries.length === 1 && first?.isDirectory === true;
  const files = await Promise.all(entries.map((entry) => filesUnder(entry, '')));
  return files.flat().map(({ path, file }) => ({ path: isOneFolder ? withoutFolder(path) : path, file }));
}

/** The files of a field, where a folder was chosen from there on. */
export function readChosen(list: FileList | null): ChosenFile[] {
  return [...(list ?? [])].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : withoutFolder(file.webkitRelativePath),
    file,
  }));
}

const withoutFolder = (path: string) => path.slice(path.indexOf('/') + 1);

async function filesUnder(entry: FileSystemEntry, prefix: string): Promise<ChosenFile[]> {
  const path = `${prefix}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((done, failed) => entry.file(done, failed));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: ChosenFile[] = [];
  // It gives some hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return files;
    for (const one of some) files.push(...(await filesUnder(one, `${path}/`)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
