/** Boxes of MP4 for tests. */
export const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
export const box = (type: string, ...content: number[][]): number[] => {
  const body = content.flat();
  return [...u32(body.length + 8), ...[...type].map((c) => c.charCodeAt(0)), ...body];
};
export const zeros = (n: number) => Array<number>(n).fill(0);
export const chars = (s: string) => [...s].map((c) => c.charCodeAt(0));
export const trak = (id: number, handler: string, timescale: number) =>
  box('trak', box('tkhd', u32(0), zeros(8), u32(id), zeros(4)), box('mdia', box('mdhd', u32(0), zeros(8), u32(timescale), zeros(8)), box('hdlr', u32(0), u32(0), chars(handler), zeros(13))));
