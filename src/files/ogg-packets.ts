/** The packets of an Ogg stream (RFC 3533), in which messengers wrap what is spoken. */

export interface OggStream {
  readonly packets: readonly Uint8Array[];
  /** The position at which the last page ends; for Opus in samples of 48,000 a second. */
  readonly end: number;
}

const pageHead = 27;
const continued = 1;

/** @returns undefined for what is no Ogg stream, or breaks off; of several streams in one file the first is read */
export function oggPackets(bytes: Uint8Array): OggStream | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packets: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  let serial: number | undefined;
  let end = 0;
  for (let at = 0; at < bytes.length; ) {
    if (at + pageHead > bytes.length || view.getUint32(at) !== 0x4f676753) return undefined;
    const segments = bytes.subarray(at + pageHead, at + pageHead + view.getUint8(at + 26));
    const size = segments.reduce((sum, one) => sum + one, 0);
    const start = at + pageHead + segments.length;
    if (start + size > bytes.length) return undefined;
    serial ??= view.getUint32(at + 14, true);
    if (view.getUint32(at + 14, true) === serial) {
      if (!(view.getUint8(at + 5) & continued)) open = [];
      const ended = pageEnd(view, at);
      if (ended !== undefined) end = ended;
      open = cut(bytes.subarray(start, start + size), segments, { open, packets });
    }
    at = start + size;
  }
  return serial === undefined ? undefined : { packets, end };
}

/** A page on which no packet ends has no position (all bits set). */
function pageEnd(view: DataView, at: number): number | undefined {
  const position = view.getBigUint64(at + 6, true);
  return position === 0xffff_ffff_ffff_ffffn ? undefined : Number(position);
}

/** A packet ends with the first segment shorter than 255 bytes. @returns what goes on in the next page */
function cut(
  body: Uint8Array,
  segments: Uint8Array,
  { open, packets }: { open: Uint8Array[]; packets: Uint8Array[] },
): Uint8Array[] {
  let parts = open;
  let at = 0;
  for (const size of segments) {
    parts.push(body.subarray(at, at + size));
    at += size;
    if (size === 255) continue;
    packets.push(joined(parts));
    parts = [];
  }
  return parts;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
