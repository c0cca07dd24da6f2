import { startWords } from '../../../../messages/web/start.js';
import { answerOf, api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';
import { refetch } from '../../state/resource.js';

interface Recent {
  readonly path: string;
  readonly openedAt: string;
  readonly isThere: boolean;
}

/** The projects that were opened last; one click opens, and what is gone can be taken off the list. */
export function RecentProjects({
  recent,
  open,
  onOpen,
}: {
  readonly recent: readonly Recent[];
  readonly open: string | null;
  readonly onOpen: (path: string) => void;
}) {
  const say = useWords(startWords);
  if (recent.length === 0) return <p class="muted">{say.noRecent}</p>;
  const forget = (path: string) =>
    void answerOf(api.start.forget.$post({ json: { path } })).then(() => refetch('start'));
  return (
    <ul class="recent">
      {recent.map(({ path, openedAt, isThere }) => {
        const [, folder = '', name = path] = /^(.*[/\\])?([^/\\]+)$/.exec(path) ?? [];
        return (
          <li key={path} class={isThere ? '' : 'gone'}>
            <button
              type="button"
              class="recent-open"
              disabled={!isThere}
              aria-current={path === open ? 'true' : undefined}
              onClick={() => (path === open ? location.assign('/') : onOpen(path))}
            >
              <b>{name}</b>
              <span class="recent-folder" title={path}>
                {folder}
              </span>
              <span class="muted">
                {path === open ? say.isOpen : isThere ? localTime(openedAt, language.value) : say.gone}
              </span>
            </button>
            <button
              type="button"
              class="plain"
              aria-label={say.forget(name)}
              title={say.forget(name)}
              onClick={() => forget(path)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function localTime(utc: string, language: string): string {
  return new Date(utc).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
