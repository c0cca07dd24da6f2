import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { makeCases, makeFolder } from './texts.mjs';

const dist = new URL('../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { openStore } = await load('store/open.js');
const { saveCases } = await load('store/case-table.js');
const { saveNormalizedText } = await load('store/normalized-text-table.js');
const { deriveMissing } = await load('store/derive-missing.js');
const { casesContaining } = await load('store/string-index.js');
const { untouched } = await load('text/origins.js');

const STRINGS = ['的', '村', '扶贫', '发展', '区块链', '龘', '扶贫车间', '贫困户', '建档立卡贫困人口', 'AI'];
const TIMES = 10;

/** A bench that looks up strings in a project of so many cases. */
export function findCases(count) {
  let store;
  return {
    name: `find cases, ${count.toLocaleString('en')} × 3,000 characters`,
    unit: 'look-up',
    prepare: () => {
      store = openStore(join(makeFolder(), 'zhagen.db'), { mode: 'create' });
      store.transaction(() => {
        for (const [n, text] of makeCases(count, 3000).entries()) {
          const version = createHash('sha256').update(text).digest('hex');
          const id = `c${n}`;
          saveCases(store, [{ id, title: id, text, attributes: {}, source: id, version, batch: '1' }]);
          saveNormalizedText(store, id, version, untouched(text));
        }
        deriveMissing(store);
      });
    },
    run: () => {
      for (let time = 0; time < TIMES; time += 1)
        for (const string of STRINGS) casesContaining(store, [string]);
      store.close();
      return TIMES * STRINGS.length;
    },
  };
}
