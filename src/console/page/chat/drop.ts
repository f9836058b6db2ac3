/** Lets files be dropped anywhere on a chat. */
import { h } from '../dom.ts';

/** @param taken what to do with them */
export function takeDrops(pane: HTMLElement, label: string, taken: (files: readonly File[]) => void): void {
  const sign = h('div', { class: 'drop-here', hidden: true }, label);
  pane.append(sign);
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  pane.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  pane.addEventListener('dragleave', (event) => {
    if (!pane.contains(event.relatedTarget as Node | null)) sign.hidden = true;
  });
  pane.addEventListener('drop', (event) => {
    sign.hidden = true;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    taken([...(event.dataTransfer?.files ?? [])]);
  });
}
