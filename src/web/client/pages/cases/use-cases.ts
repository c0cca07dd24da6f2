import { useRef } from 'preact/hooks';
import { api } from '../../state/api.js';
import { useResource } from '../../state/resource.js';

/** Cases that are fetched at once. */
export const PAGE = 100;

/** The cases that an address asks for, from a place on; those asked for before stay while they are fetched. */
export function useCases(query: URLSearchParams, offset: number) {
  const find = query.get('find') ?? '';
  const sort = query.get('sort') ?? '';
  const [where, open] = [query.getAll('where'), query.getAll('open')];
  const asked = {
    ...(find !== '' && { find }),
    ...(sort !== '' && { sort }),
    ...(where.length > 0 && { where }),
    ...(open.length > 0 && { open }),
    offset: String(offset),
    limit: String(PAGE),
  };
  const cases = useResource(`cases ${JSON.stringify(asked)}`, (sending) =>
    api.cases.$get({ query: asked }, sending),
  );
  const last = useRef(cases.data);
  if (cases.data !== null) last.current = cases.data;
  return offset === 0 ? { ...cases, data: cases.data ?? last.current } : cases;
}
