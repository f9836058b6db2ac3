/** The commands, in the order the help shows them; each is loaded when it is called. */
import type { Command } from './command.ts';

export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  say: async () => (await import('./say.ts')).say,
  understand: async () => (await import('./understand.ts')).understandCommand,
  ask: async () => (await import('./ask.ts')).ask,
  draft: async () => (await import('./draft.ts')).draft,
  digest: async () => (await import('./digest.ts')).digest,
  import: async () => (await import('./import.ts')).importFile,
  export: async () => (await import('./export.ts')).exportFile,
  feedback: async () => (await import('./feedback.ts')).feedback,
  sample: async () => (await import('./sample.ts')).sample,
  doctor: async () => (await import('./doctor.ts')).doctor,
  people: async () => (await import('./people.ts')).people,
  units: async () => (await import('./people.ts')).units,
  settings: async () => (await import('./people.ts')).settings,
  time: async () => (await import('./time.ts')).time,
  numbers: async () => (await import('./numbers.ts')).numbers,
  due: async () => (await import('./due.ts')).due,
};
