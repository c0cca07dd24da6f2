/** What a file looks like that is no Chinese text in an encoding that is looked for; `unread`: no decoder reads it. */
export type OtherWriting =
  | 'korean'
  | 'japanese'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'arabic'
  | 'thai'
  | 'latin'
  | 'unread';
