/** The JSON schema of a shape as services take it in strict mode: no limits, no dialect, every key required. */
import { z } from 'zod';

const unknownToStrict: ReadonlySet<string> = new Set(['$schema', 'maxLength', 'minLength', 'maxItems', 'minItems']);

export function strictSchema(shape: z.ZodType): Record<string, unknown> {
  return bare(z.toJSONSchema(shape)) as Record<string, unknown>;
}

function bare(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(bare);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name]) => !unknownToStrict.has(name))
      .map(([name, value]) => [name, bare(value)]),
  );
}
