import { describe, expect, it } from 'vitest';
import { toTextForm } from '../../src/text/text-form.js';

describe('the form of what people write', () => {
  it.each([
    ['ＷＩＦＩ村通工程', 'WIFI村通工程'],
    [' 就业车间　', '就业车间'],
    ['扶贫 车间', '扶贫车间'],
    ['扶贫\u2066\u{e0100}\u034f\ufffc\u2800\ue5e5车间', '扶贫车间'],
    ['\ufeff合作社\u200b', '合作社'],
    ['\uf9dd益\uf997\uf93b', '利益聯碌'],
    ['\ufa0e', '\ufa0e'],
    ['cafe\u0301书屋', 'café书屋'],
    ['o\ufb03ce', 'office'],
    ['⽤工', '用工'],
    ['𝐆𝐃𝐏', 'GDP'],
    ['Ｒ＆Ｄ', 'R&D'],
    ['Green  Card 认证', 'Green Card认证'],
    ['«决定»', '《决定》'],
    ['困难,问题', '困难，问题'],
    ['①', '①'],
    ['100㎡', '100㎡'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['👩🏽‍🌾', '👩🏽‍🌾'],
    ['', ''],
    [' \u200b ', ''],
  ])('%s → %s', (written, form) => expect(toTextForm(written)).toBe(form));
});
