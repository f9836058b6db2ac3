/** Reads a card as a person sees it: its words, its buttons, and what its forms hold before they are touched. */

type Part = Record<string, unknown>;

export interface ShownButton {
  readonly label: string;
  readonly value: unknown;
  readonly name?: string;
  /** The form it submits, with the values it would hand in untouched. */
  readonly form?: { readonly values: Record<string, unknown>; readonly required: readonly string[] };
}

/** The words of a card, one line an element. */
export function cardText(card: unknown): string {
  const { header, body } = card as { header?: Part; body?: Part };
  const title = header ? [content(header.title)] : [];
  return [...title, ...listOf(body?.elements).flatMap(elementLines)].filter(Boolean).join('\n');
}

/** Every button, in reading order. */
export function cardButtons(card: unknown): ShownButton[] {
  return buttonsIn(listOf((card as { body?: Part }).body?.elements), undefined);
}

function elementLines(element: Part): string[] {
  switch (element.tag) {
    case 'markdown':
      return readable(String(element.content)).split('\n');
    case 'div':
      return content(element.text).split('\n');
    case 'hr':
      return ['----'];
    case 'table':
      return tableLines(element);
    case 'chart':
      return ['[图表]'];
    case 'button':
      return [`[${content(element.text)}]`];
    case 'column_set':
      return [
        listOf(element.columns)
          .flatMap((column) => listOf(column.elements).flatMap(elementLines))
          .join(' '),
      ];
    case 'collapsible_panel':
      return [`▸ ${content((element.header as Part)?.title)}`, ...listOf(element.elements).flatMap(elementLines)];
    case 'form':
      return listOf(element.elements).flatMap(elementLines);
    case 'input':
      return [`${content(element.label)}：${String(element.default_value ?? '')}`];
    case 'date_picker':
      return [String(element.initial_date ?? '____')];
    case 'select_static':
      return [content(chosenOption(element)?.text) || '____'];
    default:
      return [];
  }
}

function tableLines(table: Part): string[] {
  const columns = listOf(table.columns);
  return [
    columns.map((column) => String(column.display_name)).join(' | '),
    ...listOf(table.rows).map((row) => columns.map((column) => String(row[String(column.name)] ?? '')).join(' | ')),
  ];
}

function buttonsIn(elements: readonly Part[], form: ShownButton['form']): ShownButton[] {
  return elements.flatMap((element) => {
    if (element.tag === 'button') return [shownButton(element, form)];
    const within = element.tag === 'form' ? formState(listOf(element.elements)) : form;
    return buttonsIn([...listOf(element.elements), ...listOf(element.columns)], within);
  });
}

function shownButton(button: Part, form: ShownButton['form']): ShownButton {
  const callback = listOf(button.behaviors).find((behavior) => behavior.type === 'callback');
  return {
    label: content(button.text),
    value: callback?.value,
    ...(button.name ? { name: String(button.name) } : {}),
    ...(form && button.form_action_type === 'submit' ? { form } : {}),
  };
}

function formState(elements: readonly Part[]): NonNullable<ShownButton['form']> {
  const values: Record<string, unknown> = {};
  const required: string[] = [];
  for (const element of elements) {
    const name = String(element.name);
    if (element.tag === 'input') values[name] = element.default_value ?? '';
    if (element.tag === 'date_picker' && element.initial_date) values[name] = `${element.initial_date} +0800`;
    if (element.tag === 'select_static') {
      const option = chosenOption(element);
      if (option) values[name] = option.value;
    }
    if (element.required === true) required.push(name);
  }
  return { values, required };
}

function chosenOption(select: Part): Part | undefined {
  return listOf(select.options)[Number(select.initial_index ?? 0) - 1];
}

/** The words of markdown: entities as characters, tags and strong marks away. */
function readable(markdown: string): string {
  return markdown
    .replace(/<[^>]*>/g, '')
    .replace(/\*\*/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
}

function content(text: unknown): string {
  return String((text as Part | undefined)?.content ?? '');
}

function listOf(value: unknown): Part[] {
  return Array.isArray(value) ? (value as Part[]) : [];
}
