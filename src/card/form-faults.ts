/** The rules for forms in a card: every component has a name of its own, one button submits, nothing forbidden is inside. */

type Part = Record<string, unknown>;

const named = new Set(['input', 'select_static', 'date_picker', 'button', 'form']);

/** What is wrong with one form. */
export function formFaults(form: Part): string[] {
  const faults: string[] = [];
  const inside = partsIn(form.elements);
  for (const part of inside) {
    if (part.tag === 'table' || part.tag === 'form') faults.push(`a ${part.tag} may not stand in a form`);
    if (named.has(String(part.tag)) && !part.name) faults.push(`a ${part.tag} without a name (200530)`);
    faults.push(...inputFaults(part));
  }
  if (!form.name) faults.push('a form without a name (200530)');
  if (!inside.some((part) => part.tag === 'button' && part.form_action_type === 'submit')) {
    faults.push('a form without a submit button');
  }
  return faults;
}

/** What is wrong with names and ids over the whole card, and with what only makes sense inside a form. */
export function nameFaults(card: Part): string[] {
  const parts = partsIn(card);
  const faults: string[] = [];
  for (const key of ['name', 'element_id'] as const) {
    const seen = new Set<unknown>();
    for (const part of parts) {
      if (part[key] === undefined) continue;
      if (seen.has(part[key])) faults.push(`card: ${key} ${String(part[key])} is used twice (300301)`);
      seen.add(part[key]);
    }
  }
  const inForms = new Set(parts.filter((part) => part.tag === 'form').flatMap((form) => partsIn(form.elements)));
  for (const part of parts) {
    if (part.form_action_type !== undefined && !inForms.has(part)) faults.push('card: form_action_type outside a form');
    if (part.required !== undefined && !inForms.has(part)) faults.push('card: required outside a form');
  }
  return faults;
}

function inputFaults(part: Part): string[] {
  const faults: string[] = [];
  const most = typeof part.max_length === 'number' ? part.max_length : 1000;
  if (part.tag === 'input') {
    if (most < 1 || most > 1000) faults.push('max_length is not 1 to 1000');
    if (typeof part.default_value === 'string' && part.default_value.length > most)
      faults.push('default_value too long');
  }
  const placeholder = (part.placeholder as Part | undefined)?.content;
  if (typeof placeholder === 'string' && placeholder.length > 100) faults.push('placeholder above 100 characters');
  if (part.tag === 'date_picker' && part.initial_date !== undefined) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(part.initial_date))) faults.push('initial_date is not yyyy-MM-dd');
  }
  if (part.tag === 'select_static' && Array.isArray(part.options)) {
    const values = part.options.map((option) => option?.value);
    if (new Set(values).size < values.length) faults.push('option values are not unique');
    if (part.initial_index !== undefined && !(Number(part.initial_index) <= values.length)) {
      faults.push('initial_index beyond the options');
    }
  }
  return faults;
}

/** Every element below, at any depth; what buttons hold and charts draw is none. */
function partsIn(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsIn);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Part;
  const below = Object.entries(part)
    .filter(([key]) => !['behaviors', 'chart_spec', 'rows', 'options'].includes(key))
    .flatMap(([, one]) => partsIn(one));
  return typeof part.tag === 'string' ? [part, ...below] : below;
}
