import { describeSource } from '../../report/caption-table.js';
import { drawDendrogram, MOST_LEAVES } from '../../report/figures/dendrogram.js';
import { figureTable } from '../../report/figures/figure-table.js';
import { figureUnits } from '../../report/figures/figure-words.js';
import { figureWords } from '../../report/figures/words.js';
import { clusterItems } from '../../stages/tabulate/cluster-codes.js';
import { quantise } from '../../text/quantise.js';
import { codePairs } from './code-pairs.js';
import { requireFigureUnit } from './figure-options.js';
import type { DrawFigure } from './figure-request.js';

/** `dendrogram`: which codes occur in the same cases, or sentences. */
export const dendrogramFigure: DrawFigure = (input) => {
  const { request, language, width } = input;
  const unit = requireFigureUnit(request, figureUnits) ?? 'case';
  const { table, codes, pairs } = codePairs(input, unit, MOST_LEAVES);
  const places = new Map(codes.map(({ id }, at) => [id, at]));
  const alike = new Map<string, number>();
  for (const { codeId, otherCodeId, jaccard } of pairs) {
    const both = [places.get(codeId), places.get(otherCodeId)].sort((a, b) => Number(a) - Number(b));
    alike.set(both.join(), jaccard);
  }
  const distance = (one: number, other: number) =>
    1 - (alike.get([Math.min(one, other), Math.max(one, other)].join()) ?? 0);
  const merges = clusterItems(codes.length, distance);
  const words = figureWords(language);
  const members = codes.map(({ label }) => label);
  const rows = merges.map(({ left, right, distance: apart, size }, at) => {
    members.push(`${members[left]}${words.and}${members[right]}`);
    return {
      step: at + 1,
      cluster: members[left] ?? '',
      joined: members[right] ?? '',
      distance: quantise(apart),
      codes: size,
    };
  });
  return {
    drawing: drawDendrogram(
      codes.map(({ label }) => label),
      merges,
      words.distance,
      width,
    ),
    table: figureTable(['step', 'cluster', 'joined', 'distance', 'codes'], rows, language),
    caption: [
      words.dendrogram(unit, codes.length),
      describeSource({ ...table.source, runIds: [] }, language),
    ],
  };
};
