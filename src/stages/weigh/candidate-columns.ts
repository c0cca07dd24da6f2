type Column = Int32Array<ArrayBuffer>;
/** What is counted of the candidates of a section: a number for each in every column. */
export type Columns = ReturnType<typeof newColumns>;

/** Columns for so many candidates. A run is what `runsOf` finds; places are those of tokens. */
export function newColumns(room: number) {
  const column = () => new Int32Array(room);
  return {
    /** Number of the candidate in its document. */
    number: column(),
    /** First occurrence, and how many tokens it has there. */
    first: column(),
    parts: column(),
    /** In code points. */
    length: column(),
    frequency: column(),
    /** Occurrences after the title. */
    textFrequency: column(),
    /** Frequency of the most frequent candidate it stands in. */
    superFrequency: column(),
    /** Frequency of the candidate without its last word, and without its first; 0 where that is none. */
    beginFrequency: column(),
    endFrequency: column(),
    /** Different words before and after it; where a run begins or ends, each time counts as one. */
    leftKinds: column(),
    rightKinds: column(),
    /** The words before and after its first occurrence. */
    firstLeft: column(),
    firstRight: column(),
    /** Occurrences that are a run of their own, between punctuation and function words, begin one, or end one. */
    wholeRuns: column(),
    runBegins: column(),
    runEnds: column(),
    /** Words of all the runs it stands in. */
    runWords: column(),
    /** Sentences with it, and the last of them so far. */
    sentences: column(),
    lastSentence: column(),
    /** First occurrence in the text after the title (-1: none), and last one. */
    firstInText: column(),
    last: column(),
    afterDe: column(),
    afterListed: column(),
    beforeDe: column(),
    beforeListed: column(),
    beforeGloss: column(),
  };
}

/** Adds to a number of a column and gives the sum. */
export function add(column: Int32Array, i: number, count: number): number {
  const sum = (column[i] as number) + count;
  column[i] = sum;
  return sum;
}

/** Puts something else in the place of each column. */
export function mapColumns(columns: Columns, map: (column: Column) => Column): Columns {
  for (const name of Object.keys(columns) as (keyof Columns)[]) columns[name] = map(columns[name]);
  return columns;
}

/** A column with twice the room. */
export function longer(column: Column): Column {
  const twice = new Int32Array(2 * column.length);
  twice.set(column);
  return twice;
}
