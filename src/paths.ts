/** The folder of the program; the files that it reads lie there as they lie beside its sources. */
export const PROGRAM = new URL('./', import.meta.url);
