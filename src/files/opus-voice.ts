/** A voice as messengers send it (Opus in Ogg, RFC 7845) becomes plain samples. The decoder is loaded with the first one. */
import type { Voice } from '../ports.ts';
import { oggPackets } from './ogg-packets.ts';

/** What speech recognition takes; the decoder gives it by itself. */
const rate = 16_000;
/** Positions in the stream are counted at this rate, whatever was recorded. */
const streamRate = 48_000;
/** A voice of a few bytes may claim hours: what is longer is not decoded to its end. */
const mostSeconds = 120;

/** @returns undefined for what is no voice in Opus, or is damaged */
export async function decodeVoice(bytes: Uint8Array): Promise<Voice | undefined> {
  const stream = oggPackets(bytes);
  const [head, , ...packets] = stream?.packets ?? [];
  const opus = head && opusHead(head);
  if (!stream || !opus || packets.length === 0) return undefined;
  const { OpusDecoder } = await import('opus-decoder');
  const { channels, skip } = opus;
  const decoder = new OpusDecoder({ sampleRate: rate, channels, streamCount: 1, coupledStreamCount: channels - 1 });
  await decoder.ready;
  const parts: Float32Array[] = [];
  let decoded = 0;
  try {
    for (const packet of packets) {
      const { channelData, samplesDecoded, errors } = decoder.decodeFrame(packet);
      if (errors.length > 0) return undefined;
      parts.push(mixed(channelData, samplesDecoded));
      decoded += samplesDecoded;
      if (decoded > mostSeconds * rate) break;
    }
  } catch {
    // A packet larger than Opus allows.
    return undefined;
  } finally {
    decoder.free();
  }
  const told = Math.max(0, Math.round(((stream.end - skip) * rate) / streamRate));
  const first = Math.round((skip * rate) / streamRate);
  const most = Math.max(0, decoded - first);
  return voiceOf(parts, first, told > 0 ? Math.min(told, most) : most);
}

/** `OpusHead`: how many channels, and how many samples at the start are only the decoder warming up. */
function opusHead(head: Uint8Array): { channels: number; skip: number } | undefined {
  const named = new TextDecoder('latin1').decode(head.subarray(0, 8)) === 'OpusHead';
  const [channels = 0, family] = [head[9], head[18]];
  if (!named || head.length < 19 || family !== 0 || channels < 1 || channels > 2) return undefined;
  return { channels, skip: head[10]! + head[11]! * 256 };
}

function mixed(channels: readonly Float32Array[], samples: number): Float32Array {
  const [left, right] = channels;
  const mono = new Float32Array(samples);
  for (let at = 0; at < samples; at += 1) {
    const one = left?.[at] ?? 0;
    mono[at] = right ? (one + (right[at] ?? 0)) / 2 : one;
  }
  return mono;
}

/** Signed 16-bit samples, the low byte first. */
function voiceOf(parts: readonly Float32Array[], first: number, samples: number): Voice {
  const pcm = new Uint8Array(samples * 2);
  const view = new DataView(pcm.buffer);
  let at = -first;
  for (const part of parts) {
    for (const sample of part) {
      if (at >= 0 && at < samples) view.setInt16(at * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
      at += 1;
    }
  }
  return { pcm, seconds: samples / rate };
}
