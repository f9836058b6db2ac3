/** What happens on the person's side of a press: the button found, the form filled in, the answer shown. */
import { cardButtons, type ShownButton } from './card-reading.ts';
import type { Shown } from './fake-messages.ts';

export interface Pressing {
  /** Values typed into the form, over those it holds. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The older callback, as a bare body. */
  readonly old?: boolean;
  readonly at?: Date;
}

export interface Pressed {
  readonly status: number;
  readonly eventId: string;
  readonly toast?: { readonly type: string; readonly content: string };
  /** What Feishu would show the person as an error: 200341 late, 200671 not 200, 200672 no sense. */
  readonly error?: number;
}

/** @param which its label, or its place among all buttons */
export function buttonOf(shown: Shown, which: string | number): ShownButton {
  const buttons = cardButtons(shown.card);
  const found = typeof which === 'number' ? buttons[which] : buttons.find((one) => one.label === which);
  if (!found) throw new Error(`no button ${which} among ${buttons.map((one) => one.label).join(', ')}`);
  return found;
}

/** The client itself refuses to hand in a form with a required value missing. */
export function filled(
  form: { values: Record<string, unknown>; required: readonly string[] },
  typed: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values = { ...form.values, ...typed };
  const missing = form.required.filter((name) => values[name] === undefined || values[name] === '');
  if (missing.length > 0) throw new Error(`required: ${missing.join(', ')}`);
  return values;
}

const toastTypes = ['info', 'success', 'error', 'warning'];

/** What the person sees of the bot's answer. */
export function shownToPresser(
  answer: { status: number; body: unknown },
  ms: number,
): Pick<Pressed, 'toast' | 'error'> {
  if (ms > 3000) return { error: 200341 };
  if (answer.status !== 200) return { error: 200671 };
  const body = answer.body as { toast?: { type?: unknown; content?: unknown } } | undefined;
  if (typeof body !== 'object' || body === null) return { error: 200672 };
  if (Object.keys(body).some((key) => key !== 'toast' && key !== 'card')) return { error: 200672 };
  if (!body.toast) return {};
  const { type, content } = body.toast;
  if (!toastTypes.includes(String(type)) || typeof content !== 'string') return { error: 200672 };
  return { toast: { type: String(type), content } };
}
