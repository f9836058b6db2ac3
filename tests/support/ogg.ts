/** Wraps packets into an Ogg stream, page by page, so that tests can make streams no recorder makes. */

export interface OggPaging {
  /** Segments a page; 255 at most. */
  readonly segments?: number;
  /** The position of the last page. */
  readonly end?: number;
  readonly serial?: number;
}

export function oggOf(
  packets: readonly Uint8Array[],
  { segments = 255, end = 0, serial = 7 }: OggPaging = {},
): Uint8Array {
  const pieces = packets.flatMap((packet) => {
    const cut = Array.from({ length: Math.floor(packet.length / 255) + 1 }, (_, at) =>
      packet.subarray(at * 255, at * 255 + 255),
    );
    return cut.map((bytes, at) => ({ bytes, goesOn: at > 0 }));
  });
  const pages: Buffer[] = [];
  for (let at = 0; at < pieces.length; at += segments) {
    const held = pieces.slice(at, at + segments);
    const last = at + segments >= pieces.length;
    const head = Buffer.alloc(27 + held.length);
    head.write('OggS');
    head[5] = (held[0]?.goesOn ? 1 : 0) | (at === 0 ? 2 : 0) | (last ? 4 : 0);
    const ends = held.some(({ bytes }) => bytes.length < 255);
    head.writeBigUInt64LE(ends ? BigInt(last ? end : 0) : 0xffff_ffff_ffff_ffffn, 6);
    head.writeUInt32LE(serial, 14);
    head.writeUInt32LE(pages.length, 18);
    head[26] = held.length;
    for (const [index, { bytes }] of held.entries()) head[27 + index] = bytes.length;
    pages.push(head, ...held.map(({ bytes }) => Buffer.from(bytes)));
  }
  return Buffer.concat(pages);
}
