import { z } from 'zod';

/** The settings of a project that people decide about; others follow from what they import, mine and code. */
export const settingNames = [
  'lead-coder',
  'language',
  'regions',
  'headline-measure',
  'pilot-threshold',
  'tradition',
  'proposals',
] as const;

export const settingNameSchema = z.enum(settingNames);

/** What a setting is set to. */
export const settingValueSchema = z.object({ value: z.string() }).readonly();

export type SettingName = z.infer<typeof settingNameSchema>;
export type SettingValue = z.infer<typeof settingValueSchema>;
