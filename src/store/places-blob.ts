/** How many places one block has. */
export const PLACES_PER_BLOCK = 2 ** 20;

/** A place in a block is the number of a chunk and 16 bits within it. */
const CHUNK_BITS = 16;
const LOW_BITS = 0xffff;
const BYTES_PER_PLACE = 2;
/** An entry of the directory: one byte for the chunk, three for how many places lie in it or in a chunk before. */
const BYTES_PER_CHUNK = 4;

/**
 * Packs rising places within a block: the number of chunks that have any, the directory of those, then the low 16 bits
 * of every place. All numbers are little-endian.
 */
export function packPlaces(places: Uint32Array): Uint8Array {
  const chunks: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < places.length; index += 1) {
    const chunk = (places[index] as number) >> CHUNK_BITS;
    if (chunks.at(-1) !== chunk) chunks.push(chunk);
    ends[chunks.length - 1] = index + 1;
  }
  const head = 1 + chunks.length * BYTES_PER_CHUNK;
  const blob = new Uint8Array(head + places.length * BYTES_PER_PLACE);
  blob[0] = chunks.length;
  for (const [entry, chunk] of chunks.entries()) {
    const end = ends[entry] as number;
    blob.set([end & 0xff, (end >> 8) & 0xff, end >> 16, chunk], 1 + entry * BYTES_PER_CHUNK);
  }
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    const at = head + index * BYTES_PER_PLACE;
    blob[at] = place & 0xff;
    blob[at + 1] = (place >> 8) & 0xff;
  }
  return blob;
}

/** All places of a packed list. */
export function unpackPlaces(blob: Uint8Array): number[] {
  const places: number[] = [];
  const seek = openPlaces(blob);
  for (let at = seek(0); at !== Number.POSITIVE_INFINITY; at = seek(at + 1)) places.push(at);
  return places;
}

/**
 * Opens a packed list and returns how to find the first place at or behind a given one, or infinity. What is asked for
 * must rise: each search begins where the one before it ended.
 */
export function openPlaces(blob: Uint8Array): (at: number) => number {
  const chunks = blob[0] as number;
  const head = 1 + chunks * BYTES_PER_CHUNK;
  const endOf = (entry: number) => head + byteAt24(blob, 1 + entry * BYTES_PER_CHUNK) * BYTES_PER_PLACE;
  const lowAt = (at: number) => (blob[at] as number) | ((blob[at + 1] as number) << 8);
  let entry = 0;
  let next = head;
  let end = chunks > 0 ? endOf(0) : head;
  const chunkOf = () => blob[entry * BYTES_PER_CHUNK + BYTES_PER_CHUNK] as number;
  return (at) => {
    const wanted = at >> CHUNK_BITS;
    while (entry < chunks && (chunkOf() < wanted || next === end)) {
      next = end;
      entry += 1;
      if (entry < chunks) end = endOf(entry);
    }
    if (entry === chunks) return Number.POSITIVE_INFINITY;
    const base = chunkOf() << CHUNK_BITS;
    if (base >= at) return base | lowAt(next);
    const low = at & LOW_BITS;
    // Doubling steps, then halving: places asked for one after the other are near each other.
    let step = BYTES_PER_PLACE;
    while (next + step < end && lowAt(next + step) < low) {
      next += step;
      step *= 2;
    }
    let limit = Math.min(end, next + step);
    while (next < limit) {
      const middle = next + (((limit - next) >> 2) << 1);
      if (lowAt(middle) < low) next = middle + BYTES_PER_PLACE;
      else limit = middle;
    }
    if (next < end) return base | lowAt(next);
    entry += 1;
    if (entry === chunks) return Number.POSITIVE_INFINITY;
    end = endOf(entry);
    return (chunkOf() << CHUNK_BITS) | lowAt(next);
  };
}

function byteAt24(blob: Uint8Array, at: number): number {
  return (blob[at] as number) | ((blob[at + 1] as number) << 8) | ((blob[at + 2] as number) << 16);
}
