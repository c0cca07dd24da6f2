import { z } from 'zod';

/** A name in both languages. */
export const bilingualSchema = z
  .object({ zh: z.string().min(1), en: z.string().min(1) })
  .strict()
  .readonly();
