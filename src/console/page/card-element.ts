/** The parts of a card as they come, and what drawing one needs of the page. */
import type { Words } from './words.ts';

export interface CardElement {
  readonly tag: string;
  readonly [key: string]: unknown;
}

export interface Card {
  readonly header?: { readonly title?: PlainText; readonly template?: string };
  readonly body?: { readonly elements?: readonly CardElement[] };
}

export interface PlainText {
  readonly content?: string;
}

export interface Drawing {
  readonly words: Words;
  /** A press: the button to be blocked meanwhile, what it held, and what the form around it gave. */
  press(pressed: { button: HTMLButtonElement; intent: unknown; form?: Record<string, unknown> }): void;
  /** Asks before a press counts. */
  ask(title: string, text: string): Promise<boolean>;
}
