/** Voices in Ogg Opus become samples: as long, as high and as loud as they were recorded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oggPackets } from '../../src/files/ogg-packets.ts';
import { decodeVoice } from '../../src/files/opus-voice.ts';
import { oggOf } from '../support/ogg.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'feishu', name)));
const [tone, voice] = [fixture('tone.ogg'), fixture('voice.ogg')];

function samplesOf(pcm: Uint8Array): number[] {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Array.from({ length: pcm.length / 2 }, (_, at) => view.getInt16(at * 2, true));
}

describe('a voice', () => {
  it('of one second at 440 Hz comes out so', async () => {
    const decoded = await decodeVoice(tone);
    expect(decoded?.seconds).toBeCloseTo(1, 3);
    const samples = samplesOf(decoded!.pcm);
    const rising = samples.filter((sample, at) => at > 0 && samples[at - 1]! < 0 && sample >= 0).length;
    expect(Math.abs(rising - 440)).toBeLessThanOrEqual(2);
    const loud = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
    expect(loud / (12_000 / Math.SQRT2)).toBeCloseTo(1, 1);
  });

  it('of speech has its length, whatever it was recorded at', async () => {
    expect((await decodeVoice(voice))?.seconds).toBeCloseTo(3.2108, 3);
  });

  it('claiming hours is not decoded to its end', async () => {
    const { packets } = oggPackets(voice)!;
    const [head, tags, ...sounds] = packets;
    const long = Array.from({ length: 60 }, () => sounds).flat();
    const decoded = await decodeVoice(oggOf([head!, tags!, ...long]));
    expect(decoded?.seconds).toBeGreaterThan(60);
    expect(decoded?.seconds).toBeLessThan(125);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('OggS is what it would begin with')],
    ['a voice broken off', voice.subarray(0, 3000)],
    ['another codec in Ogg', oggOf([new TextEncoder().encode('\u0001vorbis'), new Uint8Array(3), new Uint8Array(9)])],
    ['heads alone', oggOf(oggPackets(voice)!.packets.slice(0, 2))],
  ])('is not found in %s', async (_name, bytes) => {
    expect(await decodeVoice(bytes)).toBeUndefined();
  });
});

describe('packets', () => {
  it('come back as they went in, however they lie over the pages', () => {
    const packet = fc.uint8Array({ minLength: 0, maxLength: 1200 });
    fc.assert(
      fc.property(
        fc.array(packet, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (packets, segments) => {
          const read = oggPackets(oggOf(packets, { segments, end: 4711 }));
          expect(read?.packets.map((one) => [...one])).toEqual(packets.map((one) => [...one]));
          expect(read?.end).toBe(4711);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('of a second stream in the same file are left alone', () => {
    const [one, two] = [new Uint8Array([1, 2]), new Uint8Array([3])];
    const both = Buffer.concat([oggOf([one], { serial: 1 }), oggOf([two], { serial: 2 })]);
    expect(oggPackets(both)?.packets.map((packet) => [...packet])).toEqual([[1, 2]]);
  });

  it('are not looked for where any byte is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: voice.length - 1 }), (length) => {
        const read = oggPackets(voice.subarray(0, length));
        // A cut between two pages leaves a whole stream.
        if (read) expect(read.packets.length).toBeLessThan(oggPackets(voice)!.packets.length);
      }),
    );
  });
});
