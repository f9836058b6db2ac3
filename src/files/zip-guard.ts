/** Looks into a zip before anything unpacks it: a small file that grows without end is refused. */

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of everything in it, unpacked. */
  readonly bytes: number;
}

export type ZipFault = 'not-zip' | 'too-large';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** What the head of an entry claims is not believed: each is really unpacked, and left as soon as it is too much. */
export async function zipFault(bytes: Uint8Array, limits: ZipLimits): Promise<ZipFault | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return 'not-zip';
  const entries = view.getUint16(end + 10, true);
  if (entries > limits.entries) return 'too-large';
  let at = view.getUint32(end + 16, true);
  let left = limits.bytes;
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return 'not-zip';
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localMark) return 'not-zip';
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + packed > bytes.length || (method !== 0 && method !== 8)) return 'not-zip';
    const size = method === 0 ? packed : await unpackedSize(bytes.subarray(from, from + packed), left);
    if (size === undefined) return 'not-zip';
    left -= size;
    if (left < 0) return 'too-large';
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return undefined;
}

/** The record at the end, before a comment of at most 64 KB. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}

/** @returns a size above `most` as soon as there is one; undefined for what cannot be unpacked */
async function unpackedSize(packed: Uint8Array, most: number): Promise<number | undefined> {
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.length;
      if (size > most) {
        await reader.cancel();
        return size;
      }
    }
  } catch {
    return undefined;
  }
}
