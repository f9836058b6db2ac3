/** What Feishu counts of a card: bytes, elements and tables, with the limits it sets. */

/** Feishu's own limits (card JSON 2.0, "notes"; message create, 230025). */
export const cardLimits = { bytes: 30 * 1024, elements: 200, tables: 5, depth: 5, charts: 5 } as const;

export interface CardSize {
  readonly bytes: number;
  readonly elements: number;
  readonly tables: number;
  readonly charts: number;
}

/** The size of a card or of any part of it. */
export function cardSize(part: unknown): CardSize {
  const size = { elements: 0, tables: 0, charts: 0 };
  count(part, size);
  return { bytes: sentBytes(part), ...size };
}

/** Bytes on the wire: the card travels as a JSON string inside the JSON body, so its quotes count twice. */
export function sentBytes(part: unknown): number {
  return new TextEncoder().encode(JSON.stringify(JSON.stringify(part))).length;
}

function count(part: unknown, size: { elements: number; tables: number; charts: number }): void {
  if (Array.isArray(part)) {
    for (const one of part) count(one, size);
    return;
  }
  if (typeof part !== 'object' || part === null) return;
  const tag = (part as { tag?: unknown }).tag;
  if (typeof tag === 'string') size.elements += 1;
  if (tag === 'table') size.tables += 1;
  if (tag === 'chart') size.charts += 1;
  for (const [key, value] of Object.entries(part)) {
    // What a button holds and what a chart draws are no elements, whatever their keys are called.
    if (key !== 'behaviors' && key !== 'chart_spec' && key !== 'rows') count(value, size);
  }
}
