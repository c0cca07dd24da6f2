// What the packages joined into the program measure texts with: as the program itself does, see text-width.ts.
export { textWidth as default } from '../dist/cli/text-width.js';
