import { HandOut } from './hand-out.js';
import { TakeBack } from './take-back.js';

/** Files for colleagues, and what they hand back. */
export function FilesView() {
  return (
    <div class="handed">
      <HandOut />
      <TakeBack />
    </div>
  );
}
