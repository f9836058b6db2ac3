/** A question that cannot be answered, with the reason that is known from its words alone. */
import type { AskIntent } from '../../intents/ask-shape.ts';
import type { KindReading } from './kind-reading.ts';

export function trouble(
  because: NonNullable<AskIntent['trouble']>['because'],
  best?: KindReading,
  word?: string,
): AskIntent {
  const kind = best?.words.kind;
  return {
    do: 'ask',
    figures: [{ kind: kind?.id ?? 'inspection', measure: kind?.main ?? 'total', filters: [] }],
    period: null,
    trouble: { because, ...(word && { word }) },
  };
}
