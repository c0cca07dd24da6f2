import { afterEach, expect, it, vi } from 'vitest';
import { jiebaWith } from '../../../src/stages/segment/dictionaries.js';

const NONE = new Map<string, string>();
const ONE = new Map([['扶贫产业园', 'n_new']]);
const TEXT = '扶贫产业园的四联五防';

afterEach(() => vi.restoreAllMocks());

it('a dictionary is loaded again only where it holds words that are not asked for', () => {
  const taught = jiebaWith(ONE);
  const plain = jiebaWith(NONE);
  const loads = [vi.spyOn(taught, 'load'), vi.spyOn(plain, 'load')];
  const two = new Map([...ONE, ['四联五防', 'n_new']]);

  expect(jiebaWith(ONE).cut(TEXT, false)).toEqual(['扶贫产业园', '的', '四联', '五', '防']);
  expect(jiebaWith(NONE).cut(TEXT, false)).toEqual(['扶贫', '产业园', '的', '四联', '五', '防']);
  expect(jiebaWith(two).cut(TEXT, false)).toEqual(['扶贫产业园', '的', '四联五防']);
  expect(jiebaWith(new Map(two)).cut(TEXT, false)).toEqual(['扶贫产业园', '的', '四联五防']);
  expect(jiebaWith(NONE).cut(TEXT, false)).toEqual(['扶贫', '产业园', '的', '四联', '五', '防']);
  expect(loads.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);

  expect(jiebaWith(ONE).cut(TEXT, false)).toEqual(['扶贫产业园', '的', '四联', '五', '防']);
  expect(jiebaWith(new Map([['扶贫产业园', 'v_new']])).tag(TEXT)[0]).toEqual({
    word: '扶贫产业园',
    tag: 'v_new',
  });
  expect(loads.map(({ mock }) => mock.calls.length)).toEqual([2, 0]);
});
