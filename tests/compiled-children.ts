// Child processes that the sources under test start run what `compile-sources.ts` has made of them.
process.env['NODE_OPTIONS'] = `--import=${new URL('./compiled-hook.mjs', import.meta.url)}`;
