import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive made by hand; what is left out is as an ordinary program writes it. */
export interface EntrySource {
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  /** What the directory says of the size, true or not. */
  readonly size?: number;
  readonly unixMode?: number;
}

/** The bytes of an archive, honest or not. */
export function makeZip(entries: readonly EntrySource[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes = Buffer.from('脱贫'), flags = 0, method = 8, size, unixMode } of entries) {
    const rawName = Buffer.from(name as string);
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, rawName, packed]);
    const place = Buffer.alloc(14);
    if (unixMode !== undefined) place.writeUInt16LE(unixMode, 8);
    place.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, unixMode === undefined ? 0 : 3]);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, common, place, rawName]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
