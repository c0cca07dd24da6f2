// `./x.js` means `./x.ts` where only that exists, and types are stripped.
import { readFileSync } from 'node:fs';
import { transformSync } from 'rolldown/utils';

/** Finds the TypeScript file of a module that is named as it will be compiled. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !specifier.endsWith('.js')) throw error;
    return next(specifier.replace(/\.js$/, '.ts'), context);
  }
}

/** Strips the types. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = transformSync(url, readFileSync(new URL(url), 'utf8'), { target: 'es2023' });
  return { format: 'module', source: code, shortCircuit: true };
}
