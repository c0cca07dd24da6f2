/** Has the browser save a file. */
export function saveFile(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has taken the file when the next task begins.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
