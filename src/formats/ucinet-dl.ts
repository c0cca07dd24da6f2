/** A square matrix with its labels as Ucinet reads it (DL, full matrix); quotes and line ends in labels become blanks. */
export function writeDl(labels: readonly string[], matrix: readonly (readonly number[])[]): string {
  return [
    `DL N=${labels.length}`,
    'FORMAT = FULLMATRIX DIAGONAL PRESENT',
    'LABELS:',
    ...labels.map(
      (label) =>
        `"${label
          .toWellFormed()
          .replaceAll(/[\p{Cc}"\u2028\u2029]+/gu, ' ')
          .trim()}"`,
    ),
    'DATA:',
    ...matrix.map((row) => row.join(' ')),
    '',
  ].join('\n');
}
