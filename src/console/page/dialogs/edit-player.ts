/** Adds a person to be played, or changes one. */
import { h } from '../dom.ts';
import { type Player, playerRoles } from '../side/cast.ts';
import type { Words } from '../words/words.ts';
import { dialogButton, dialogButtons, openDialog } from './dialog.ts';

/** @returns the person as edited, `remove`, or undefined for nothing */
export function editPlayer(words: Words, player: Player | undefined): Promise<Player | 'remove' | undefined> {
  return openDialog<Player | 'remove' | undefined>(undefined, (close) => {
    const name = h('input', { type: 'text', required: true, maxlength: 40, value: player?.name, autofocus: true });
    const role = h(
      'select',
      {},
      ...playerRoles.map((id) =>
        h('option', { value: id, selected: id === (player?.role ?? 'clerk') }, words.roles[id]),
      ),
    );
    const onsubmit = (event: Event) => {
      event.preventDefault();
      if (name.value.trim()) close({ name: name.value.trim(), role: role.value });
    };
    const form = h(
      'form',
      { class: 'form', onsubmit },
      h('label', { class: 'field' }, h('span', {}, words.name), name),
      h('label', { class: 'field' }, h('span', {}, words.role), role),
      dialogButtons(
        player && dialogButton(words.remove, () => close('remove'), 'danger'),
        dialogButton(words.cancel, () => close(undefined), 'default'),
        dialogButton(words.save, undefined, 'primary_filled'),
      ),
    );
    return { title: player ? words.edit : words.add, body: [form] };
  });
}
