/** Draws buttons: a press calls back with the intent the button holds. */
import type { Button, Lang } from '../reply.ts';
import { bare, clip } from './markdown.ts';

/** Feishu's limit for the text on a button. */
const longestLabel = 100;

const buttonTypes = { default: 'default', primary: 'primary_filled', danger: 'danger', quiet: 'text' } as const;

export function buttonElement(button: Button, lang: Lang): Record<string, unknown> {
  return {
    tag: 'button',
    text: plainText(clip(bare(button.label).trim(), longestLabel) || '·'),
    type: buttonTypes[button.style ?? 'default'],
    ...(button.confirm
      ? {
          confirm: {
            title: plainText(lang === 'zh' ? '请确认' : 'Please confirm'),
            text: plainText(clip(bare(button.confirm), 500)),
          },
        }
      : {}),
    behaviors: [{ type: 'callback', value: { intent: button.intent, lang } }],
  };
}

/** Several buttons flow side by side and wrap on a phone; one stands alone. */
export function buttonRow(buttons: readonly Button[], lang: Lang): Record<string, unknown> {
  if (buttons.length === 1) return buttonElement(buttons[0]!, lang);
  return {
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: '8px',
    columns: buttons.map((button) => ({ tag: 'column', width: 'auto', elements: [buttonElement(button, lang)] })),
  };
}

export function plainText(content: string): { tag: 'plain_text'; content: string } {
  return { tag: 'plain_text', content };
}
