/** A value of a node or an edge. */
type Value = string | number;

/** A graph of nodes and undirected edges with weights, as it is written. */
export interface Graph {
  readonly description: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly values: Readonly<Record<string, Value>>;
  }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly weight: number;
    readonly values: Readonly<Record<string, Value>>;
  }[];
}

/** Characters that XML has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A graph as GEXF 1.3, as Gephi and networkx read it; ids of edges are their numbers. Same graph, same text. */
export function writeGexf({ description, nodes, edges }: Graph): string {
  const ofNodes = attributesOf(nodes[0]?.values ?? {});
  const ofEdges = attributesOf(edges[0]?.values ?? {});
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '  <meta>',
    '    <creator>zhagen</creator>',
    `    <description>${escapeXml(description)}</description>`,
    '  </meta>',
    '  <graph defaultedgetype="undirected" mode="static">',
    ...ofNodes.declare('node'),
    ...ofEdges.declare('edge'),
    '    <nodes>',
    ...nodes.flatMap(({ id, label, values }) => [
      `      <node id="${escapeXml(id)}" label="${escapeXml(label)}">`,
      ...ofNodes.write(values),
      '      </node>',
    ]),
    '    </nodes>',
    '    <edges>',
    ...edges.flatMap(({ source, target, weight, values }, at) => [
      `      <edge id="${at}" source="${escapeXml(source)}" target="${escapeXml(target)}" weight="${weight}">`,
      ...ofEdges.write(values),
      '      </edge>',
    ]),
    '    </edges>',
    '  </graph>',
    '</gexf>',
  ].join('\n')}\n`;
}

/** Declares and writes the values of nodes or edges, which all have the same. */
function attributesOf(values: Readonly<Record<string, Value>>) {
  const names = Object.keys(values);
  const typeOf = (value: Value | undefined) => (typeof value === 'string' ? 'string' : 'double');
  return {
    declare: (kind: 'node' | 'edge') => [
      `    <attributes class="${kind}">`,
      ...names.map(
        (name, at) =>
          `      <attribute id="${at}" title="${escapeXml(name)}" type="${typeOf(values[name])}"/>`,
      ),
      '    </attributes>',
    ],
    write: (own: Readonly<Record<string, Value>>) => [
      '        <attvalues>',
      ...names.map((name, at) => `          <attvalue for="${at}" value="${escapeXml(String(own[name]))}"/>`),
      '        </attvalues>',
    ],
  };
}

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(NOT_IN_XML, '')
    .replaceAll(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] as string);
