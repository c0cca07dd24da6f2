import type { z } from 'zod';
import { loadYaml } from '../load-yaml.js';
import { readYaml } from '../yaml.js';

/** The line after which a description goes on with the fields that REFI-QDA has no place for, as YAML. */
const MARK = '[zhagen]';

/** A text for people with the fields below it that only zhagen understands. */
export function writeDescription(text: string, fields: object): string {
  return `${text}\n\n${MARK}\n${loadYaml().stringify(fields, { lineWidth: 0 })}`;
}

/**
 * The text and the fields of a description; null where it has no such fields, as in files of other programs.
 * @throws UserError code/bad-codebook
 */
export function readDescription<S extends z.ZodType>(
  description: string,
  path: string,
  schema: S,
): { readonly text: string; readonly fields: z.output<S> | null } {
  const at = `\n${description}`.lastIndexOf(`\n${MARK}\n`);
  if (at < 0) return { text: description, fields: null };
  const yaml = description.slice(at + MARK.length + 1);
  const text = description.slice(0, Math.max(0, at - 1)).replace(/\n$/, '');
  return { text, fields: readYaml(yaml, path, schema, 'code/bad-codebook') };
}
