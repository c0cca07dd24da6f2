import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledProgram } from './compile-sources.js';

/** In the place of src/paths.ts: files and child processes are those of the program that `compileSources` made. */
export const PROGRAM = pathToFileURL(join(compiledProgram(), 'dist/'));
