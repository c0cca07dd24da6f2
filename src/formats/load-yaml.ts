import { createRequire } from 'node:module';

/** The reader and writer of YAML, loaded when a file is read or written: most commands find their codebook and rules parsed. */
export const loadYaml = () => createRequire(import.meta.url)('yaml') as typeof import('yaml');
