import { codesWords } from '../../../../messages/web/codes.js';
import type { BrowsedCodes } from '../../../../workflow/browse-codes.js';
import { CodePicker } from '../../components/code-picker.js';
import { useWords } from '../../state/preferences.js';
import type { CodeActs } from './code-acts.js';
import { itemsOf } from './code-rows.js';
import { NameDialog } from './name-dialog.js';
import type { Asking } from './use-code-keys.js';

/** What is asked, and what becomes of the answer. */
export interface AskDialogProps {
  readonly codes: BrowsedCodes;
  readonly asking: Asking;
  readonly acts: CodeActs;
  readonly onDone: (result: unknown) => unknown;
  readonly onFound: (code: string) => void;
  readonly onCompare: (code: string, other: string) => void;
  readonly onClose: () => void;
}

/** Asks for the code, or the name of one, that codes or keywords go to. */
export function AskDialog({
  codes,
  asking: { kind, rows },
  acts,
  onDone,
  onFound,
  onCompare,
  onClose,
}: AskDialogProps) {
  const say = useWords(codesWords);
  const { codes: chosen, words } = itemsOf(codes, rows);
  const labels = codes.codes.map(({ label }) => label);
  const [first] = chosen;
  const named = [...chosen.map(({ label }) => label), ...words].join('、');
  const close = { onClose };
  const without = chosen.map(({ id }) => id);
  if (kind === 'find') {
    return <CodePicker title={say.find} onPick={({ id }) => onFound(id)} {...close} />;
  }
  if (kind === 'compare' && first) {
    return (
      <CodePicker
        title={say.compareWith}
        without={without}
        onPick={({ id }) => onCompare(first.id, id)}
        {...close}
      />
    );
  }
  if (kind === 'rename' && first) {
    const rename = (name: string) => acts.rename(first, name).then(onDone);
    return (
      <NameDialog
        title={say.newName(first.label)}
        start={first.label}
        known={labels}
        mayExist={false}
        onName={rename}
        {...close}
      />
    );
  }
  if (kind === 'group') {
    const group = (name: string, isNew: boolean) =>
      (words.length > 0 ? acts.mapWords(words, name, isNew) : acts.group(chosen, name, isNew)).then(onDone);
    return (
      <NameDialog
        title={words.length > 0 ? say.foundName(words.length) : say.groupName(chosen.length)}
        start=""
        known={labels}
        mayExist
        onName={group}
        {...close}
      />
    );
  }
  if (words.length > 0) {
    const map = (label: string) => void acts.mapWords(words, label, false).then(onDone);
    return <CodePicker title={say.takeInto(named)} onPick={({ label }) => map(label)} {...close} />;
  }
  const isMove = kind === 'move';
  return (
    <CodePicker
      title={isMove ? say.moveTo(named) : say.mergeInto(named)}
      without={without}
      onPick={(to) => void (isMove ? acts.move(chosen, to) : acts.merge(chosen, to)).then(onDone)}
      {...close}
    />
  );
}
