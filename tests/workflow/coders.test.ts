import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { saveCoder } from '../../src/store/coder-table.js';
import { openStore } from '../../src/store/open.js';
import { listCoders } from '../../src/workflow/list-coders.js';
import { setCoderGuid } from '../../src/workflow/set-coder-guid.js';
import { contextOf, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const GUID = '1b4e28ba-2fa1-11d2-883f-0016d3cca427';

function projectOf(name: string, ...coders: string[]) {
  const store = openStore(join(folder.path, `${name}.db`), { mode: 'create' });
  onTestFinished(() => store.close());
  for (const coder of coders) saveCoder(store, coder);
  return contextOf(store);
}

const guidIn = (context: ReturnType<typeof contextOf>, name: string) =>
  listCoders(context).find((one) => one.name === name)?.guid;

describe('a coder', () => {
  it('has the same GUID in every project until another is given, and the program has one too', () => {
    const [one, other] = [projectOf('one', '左', '李'), projectOf('other', '左')];
    expect(guidIn(one, '左')).toMatch(/^[0-9a-f-]{36}$/);
    expect(guidIn(other, '左')).toBe(guidIn(one, '左'));
    expect(guidIn(one, '李')).not.toBe(guidIn(one, '左'));
    expect(guidIn(one, 'zhagen')).toBe(guidIn(other, 'zhagen'));
  });

  it('is given a GUID as programs write it, also before they decide anything', () => {
    const context = projectOf('given', '左');
    setCoderGuid(context, { name: '左', guid: ` {${GUID.toUpperCase()}} ` });
    setCoderGuid(context, { name: '王', guid: GUID.replace('1', '2') });
    expect(listCoders(context).filter(({ isGiven }) => isGiven)).toEqual(
      [
        { name: '左', guid: GUID, isGiven: true },
        { name: '王', guid: GUID.replace('1', '2'), isGiven: true },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    saveCoder(context.store, '左');
    expect(guidIn(context, '左')).toBe(GUID);
  });

  it('has a GUID of their own', () => {
    const context = projectOf('own', '左', '李');
    setCoderGuid(context, { name: '左', guid: GUID });
    expect(() => setCoderGuid(context, { name: '李', guid: GUID })).toThrow('coders/guid-taken');
    const derived = guidIn(context, '李') as string;
    expect(() => setCoderGuid(context, { name: '左', guid: derived })).toThrow('coders/guid-taken');
    expect(() => setCoderGuid(context, { name: '李', guid: '左' })).toThrow('coders/wrong-guid');
    expect(guidIn(context, '李')).toBe(derived);
  });
});
