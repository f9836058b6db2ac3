/** What the chat page needs of the office behind it and of the process around it. */
import type { Arrival, Clock, IncomingPress } from '../ports.ts';
import type { GuardSettings } from './guard.ts';
import type { Kept } from './shown.ts';

export interface ConsolePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly section: string;
}

export interface ConsoleExample {
  readonly title: { readonly zh: string; readonly en: string };
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** What the page needs of the office behind it. */
export interface ConsoleOffice {
  receive(incoming: Arrival): 'accepted' | 'duplicate' | 'full';
  press(incoming: IncomingPress): Promise<{ readonly toast?: { readonly kind: string; readonly text: string } }>;
  /** Of such a text nothing may be kept or shown. */
  isSecret(text: string): boolean;
  people(): readonly ConsolePerson[];
  examples(): readonly ConsoleExample[];
  /** What was said and shown in a chat of the page, oldest first. */
  history(chat: string): readonly Kept[];
  /** The instant a text names (ISO; without an offset office time); undefined for anything else. */
  instant(text: string): Date | undefined;
}

export interface ConsoleAsset {
  readonly body: string;
  readonly type: string;
}

export interface ConsoleNeeds {
  readonly settings: GuardSettings;
  readonly clock: Clock;
  /** A file of the built page. */
  readonly asset: (name: string) => Promise<ConsoleAsset | undefined>;
}
