/** The research traditions that a study may follow, with their Chinese names: they decide which claims its methods text makes. */
export const chineseTraditions = {
  classic: '经典扎根',
  procedural: '程序化扎根',
  constructivist: '建构扎根',
  thematic: '主题分析',
  framework: '框架分析',
  content: '内容分析',
} as const;

type Tradition = keyof typeof chineseTraditions;

/** The names of the traditions, as settings keep them. */
export const traditions = Object.keys(chineseTraditions) as readonly Tradition[];
