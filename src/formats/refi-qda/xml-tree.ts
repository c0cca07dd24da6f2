import { DEFAULT_LIMITS } from '../limits.js';
import { readXml, type XmlAttributes } from '../xml-events.js';

/** Codes within codes are read by functions within functions. */
const NESTING = 500;

/** An element with what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/**
 * Reads an XML document as a tree; line ends are read as line feeds, as XML says.
 * @throws UserError import/corrupt-file, import/over-limit
 */
export async function readXmlTree(xml: string, path: string): Promise<XmlElement> {
  type Open = { name: string; attributes: XmlAttributes; children: XmlElement[]; text: string };
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  await readXml(
    xml.replaceAll(/\r\n?/g, '\n'),
    { path, format: 'REFI-QDA', limits: { ...DEFAULT_LIMITS, nesting: NESTING }, isStrict: true },
    {
      open(name, attributes) {
        const element: Open = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      text(part) {
        const element = open.at(-1);
        // Blanks between elements are no text.
        if (element && element.children.length === 0) element.text += part;
      },
      close() {
        const element = open.pop();
        if (element && element.children.length > 0) element.text = '';
      },
    },
  );
  return top.children[0] ?? top;
}

/** The elements of one name that are directly in another. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}
