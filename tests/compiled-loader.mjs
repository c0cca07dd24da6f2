import { pathToFileURL } from 'node:url';

const SOURCES = new URL('../src/', import.meta.url).href;
const COMPILED = pathToFileURL(`${process.env.ZHAGEN_COMPILED}/dist/`).href;

/** Finds the compiled module of a source. */
export function resolve(specifier, context, next) {
  const isPlace = /^(\.|file:)/.test(specifier);
  const place = isPlace ? new URL(specifier, context.parentURL).href : specifier;
  return next(place.startsWith(SOURCES) ? COMPILED + place.slice(SOURCES.length) : specifier, context);
}
