/** From a signed and encrypted webhook request to the receipt that has reached (a fake) Feishu, one message after the other. */
import { feishuOffice } from '../tests/support/feishu-office.ts';

/** The row of the table: how many a second, and how long the half and nearly all of them took. */
export async function receiptRow(messages: readonly { readonly text: string; readonly at: Date }[]): Promise<string[]> {
  const office = await feishuOffice();
  const took: number[] = [];
  const inOrder = [...messages].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [place, { text, at }] of inOrder.entries()) {
    const started = performance.now();
    await office.say({ at, from: `p${place % 20}`, group: false, text });
    took.push(performance.now() - started);
  }
  await office.close();
  // The first ones pay for what is made ready once.
  const settled = took.slice(Math.floor(took.length / 5)).sort((a, b) => a - b);
  const at = (share: number) =>
    `${settled[Math.min(settled.length - 1, Math.floor(settled.length * share))]!.toFixed(1)} ms`;
  return ['one message after the other', `half within ${at(0.5)}`, `99 of 100 within ${at(0.99)}`];
}
