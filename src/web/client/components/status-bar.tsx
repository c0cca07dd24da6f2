import { shellWords } from '../../../messages/web/shell.js';
import { isSaving, redoLast, undoLast } from '../state/acts.js';
import { answerOf, api } from '../state/api.js';
import { revision } from '../state/live.js';
import { language, type Theme, theme, useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';
import { openKeySheet } from './key-sheet.js';
import { Toasts } from './toasts.js';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** The line under all pages: what is saved, by whom, undo and redo, language and appearance. */
export function StatusBar() {
  const say = useWords(shellWords);
  const { data: project } = useResource('project', () => api.project.$get());
  /** Somebody else works in this browser from now on. */
  const leave = () => void answerOf(api.project.leave.$post()).then(() => location.reload());
  return (
    <footer class="status">
      <span class="project">{project?.isOpen ? project.name : ''}</span>
      <output class="saved" aria-live="off" data-revision={revision.value}>
        {isSaving.value
          ? say.saving
          : revision.value === null || !project?.isOpen
            ? ''
            : say.revision(revision.value)}
      </output>
      {project?.isOpen && (
        <>
          <button type="button" onClick={undoLast} title="Ctrl+Z">
            {say.undo}
          </button>
          <button type="button" onClick={redoLast} title="Ctrl+Shift+Z">
            {say.redo}
          </button>
        </>
      )}
      <Toasts />
      {project?.coder != null && (
        <>
          <span>
            {say.coder} <b>{project.coder}</b>
          </span>
          <button type="button" onClick={leave}>
            {say.change}
          </button>
        </>
      )}
      <select
        aria-label={say.themeLabel}
        value={theme.value}
        onChange={({ currentTarget }) => {
          theme.value = currentTarget.value as Theme;
        }}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {say.theme[one]}
          </option>
        ))}
      </select>
      <button
        type="button"
        onClick={() => {
          language.value = language.value === 'zh' ? 'en' : 'zh';
        }}
      >
        {say.language}
      </button>
      <button type="button" onClick={openKeySheet} title="?">
        {say.help}
      </button>
    </footer>
  );
}
