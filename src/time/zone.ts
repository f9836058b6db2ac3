/** Turns an instant into the office's calendar day once, and back; all later reckoning is day arithmetic. */
import { type Day, dayFrom, dayOfSerial, serialOf } from './serial.ts';

/** A moment on the office's clock. */
export interface Clock {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** China has had one fixed offset since 1992; before that the zone table decides. */
const shanghaiFixedSince = Date.UTC(1992, 0, 1);

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

function clockOfMinutes(minutes: number): Clock {
  const serial = Math.floor(minutes / 1440);
  const rest = minutes - serial * 1440;
  return { day: dayOfSerial(serial), hour: Math.floor(rest / 60), minute: rest % 60 };
}

/** What the office's clock shows at this instant. */
export function clockOf(instant: Date, zone: string): Clock {
  const time = instant.getTime();
  if (zone === 'Asia/Shanghai' && time >= shanghaiFixedSince) return clockOfMinutes(Math.floor(time / 60000) + 480);
  if (zone === 'UTC') return clockOfMinutes(Math.floor(time / 60000));
  const part = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map((piece) => [piece.type, Number(piece.value)]),
  );
  return {
    day: dayFrom(part.get('year')!, part.get('month')!, part.get('day')!),
    hour: part.get('hour')!,
    minute: part.get('minute')!,
  };
}

export function dayOf(instant: Date, zone: string): Day {
  return clockOf(instant, zone).day;
}

/** The instant at which the office's clock shows this day and `HH:MM`. */
export function instantOf(day: Day, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wanted = serialOf(day) * 1440 + hour * 60 + minute;
  let guess = wanted;
  // Two rounds settle any offset, a change of clocks included.
  for (let round = 0; round < 2; round += 1) {
    const shown = clockOf(new Date(guess * 60000), zone);
    guess += wanted - (serialOf(shown.day) * 1440 + shown.hour * 60 + shown.minute);
  }
  return new Date(guess * 60000);
}
