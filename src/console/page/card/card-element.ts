/** The parts of a card as they come, and what drawing one needs of the page. */
import type { Child } from '../dom.ts';
import type { Lang, Words } from '../words/words.ts';

export interface CardElement {
  readonly tag: string;
  readonly [key: string]: unknown;
}

export interface Card {
  readonly header?: { readonly title?: PlainText; readonly subtitle?: PlainText; readonly template?: string };
  readonly body?: { readonly elements?: readonly CardElement[] };
}

export interface PlainText {
  readonly content?: string;
}

/** A press: the button to be blocked meanwhile, what it held, and what the form around it gave. */
export interface Press {
  readonly button: HTMLButtonElement;
  readonly intent: unknown;
  readonly form?: Readonly<Record<string, unknown>>;
}

/** What the card asks of the page around it. */
export interface CardNeeds {
  readonly words: Words;
  readonly lang: Lang;
  press(pressed: Press): void;
  /** Asks before a press counts. */
  ask(title: string, text: string): Promise<boolean>;
}

export interface Drawing extends CardNeeds {
  /** Draws what lies inside an element. */
  draw(element: CardElement): Child;
}

export function elementsIn(value: unknown): readonly CardElement[] {
  return Array.isArray(value) ? (value as CardElement[]) : [];
}

export function contentOf(value: unknown): string {
  return String((value as PlainText | undefined)?.content ?? '');
}
