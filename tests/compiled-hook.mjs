// In the place of the sources, which plain node cannot read, their compiled modules: see compile-sources.ts.
import { register } from 'node:module';

register('./compiled-loader.mjs', import.meta.url);
