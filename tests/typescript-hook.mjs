// Lets plain node run the TypeScript of src, in threads too: `node --import=./tests/typescript-hook.mjs`.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
