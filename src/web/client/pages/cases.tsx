import { Fetched } from '../components/fetched.js';
import { api } from '../state/api.js';
import { useResource } from '../state/resource.js';

/** The cases of the project. */
export function CasesPage() {
  const cases = useResource('cases', () => api.cases.$get());
  return (
    <Fetched {...cases}>
      {(rows) => (
        <ul>
          {rows.map(({ id, title }) => (
            <li key={id}>
              {id} {title}
            </li>
          ))}
        </ul>
      )}
    </Fetched>
  );
}
