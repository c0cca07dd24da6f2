import graphology from 'graphology';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import closenessCentrality from 'graphology-metrics/centrality/closeness.js';
import { quantise } from '../../text/quantise.js';

// A CommonJS package is its own default, whatever its types say.
const betweennessOf = betweennessCentrality as unknown as typeof betweennessCentrality.default;
const closenessOf = closenessCentrality as unknown as typeof closenessCentrality.default;

/** A line between two nodes, and how heavy it is. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** How central a node is. */
export interface Centrality {
  /** Nodes it is joined to. */
  readonly degree: number;
  /** The sum of the weights of its lines. */
  readonly weightedDegree: number;
  /** The share of shortest ways between two others that lead over it; every line is as long. */
  readonly betweenness: number;
  /** 1 / the mean distance to the nodes it can reach, times the share of nodes that it can reach (Wasserman and Faust). */
  readonly closeness: number;
}

/** Measures how central the nodes of an undirected network are. */
export function measureNetwork(
  nodes: readonly string[],
  edges: readonly NetworkEdge[],
): Map<string, Centrality> {
  const graph = new graphology.UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (const { from, to, weight } of edges) graph.addEdge(from, to, { weight });
  const betweenness = betweennessOf(graph, { getEdgeWeight: null });
  const closeness = closenessOf(graph, { wassermanFaust: true });
  return new Map(
    nodes.map((node) => [
      node,
      {
        degree: graph.degree(node),
        weightedDegree: edges.reduce(
          (sum, { from, to, weight }) => sum + (from === node || to === node ? weight : 0),
          0,
        ),
        betweenness: quantise(betweenness[node] ?? 0),
        closeness: quantise(closeness[node] ?? 0),
      },
    ]),
  );
}
