import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.js';

describe('nearest', () => {
  it('suggests what was probably meant, the nearest first', () => {
    expect(nearest('扶贫产业圆', ['乡村振兴', '扶贫产业', '扶贫产业园', '新型经营主体'], 3)).toEqual([
      '扶贫产业',
      '扶贫产业园',
    ]);
    expect(nearest('six-pilalrs', ['six-pillars', 'none'], 3)).toEqual(['six-pillars']);
  });

  it('suggests nothing when nothing is near', () => {
    expect(nearest('水稻', ['乡村振兴', '产业'], 3)).toEqual([]);
  });

  it('gives no more than asked, ties by code point, each once', () => {
    expect(nearest('江西', ['江北', '江东', '江东', '江南'], 2)).toEqual(['江东', '江北']);
  });
});
