import { crc32 } from 'node:zlib';

/** How finely a picture is drawn. */
export interface PngOptions {
  /** Dots an inch; 600 is what printers ask for. */
  readonly dpi: number;
}

const MM_PER_INCH = 25.4;

/**
 * Draws an SVG picture, whose width is in millimetres, as PNG with the fonts of this machine; undefined where none of them has
 * Chinese characters. The same fonts give the same bytes.
 */
export async function svgToPng(svg: string, { dpi }: PngOptions): Promise<Uint8Array | undefined> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: true, sansSerifFamily: 'Noto Sans CJK SC' };
  const family = /font-family="([^"]*)"/.exec(svg)?.[1] ?? 'sans-serif';
  const draw = (character: string) => {
    const probe = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15" font-family="${family}">${character}</text></svg>`;
    return new Resvg(probe, { font }).render().asPng();
  };
  // A character that no font has is drawn as an empty box, or not at all: all such look alike.
  if (draw('国').equals(draw('乡'))) return undefined;
  const width = Number(/ width="([\d.]+)mm"/.exec(svg)?.[1]);
  const pixels = Math.round((width / MM_PER_INCH) * dpi);
  const png = new Resvg(svg, { font, fitTo: { mode: 'width', value: pixels } }).render().asPng();
  return withResolution(png, dpi);
}

/** Says how large the picture is meant to be (chunk pHYs), so that it is placed in its size. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const perMetre = Math.round((dpi / MM_PER_INCH) * 1000);
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  chunk.setUint32(4, 0x70485973);
  chunk.setUint32(8, perMetre);
  chunk.setUint32(12, perMetre);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)));
  const head = 33; // The signature and the chunk IHDR.
  return Buffer.concat([png.subarray(0, head), new Uint8Array(chunk.buffer), png.subarray(head)]);
}
