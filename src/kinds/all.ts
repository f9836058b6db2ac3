/** The list of all kinds of record: adding one here is all it takes to make it known everywhere. */
import { incoming } from './incoming.ts';
import { information } from './information.ts';
import { inspection } from './inspection.ts';
import { instruction } from './instruction.ts';
import type { RecordKind } from './kind.ts';
import { letter } from './letter.ts';
import { meeting } from './meeting.ts';
import { outgoing } from './outgoing.ts';
import { proposal } from './proposal.ts';
import { reception } from './reception.ts';
import { request } from './request.ts';
import { supervision } from './supervision.ts';

export const kinds: readonly RecordKind[] = [
  proposal,
  supervision,
  inspection,
  instruction,
  information,
  outgoing,
  incoming,
  request,
  meeting,
  reception,
  letter,
];

const byId: ReadonlyMap<string, RecordKind> = new Map(kinds.map((kind) => [kind.id, kind]));
const byPrefix: readonly RecordKind[] = [...kinds].sort((a, b) => b.prefix.length - a.prefix.length);

/** The kind with this id. */
export function kindOf(id: string): RecordKind | undefined {
  return byId.get(id);
}

/** The kind a number belongs to (督办-2026-003); the longest prefix that fits. */
export function kindOfNumber(no: string): RecordKind | undefined {
  return byPrefix.find((kind) => no.startsWith(`${kind.prefix}-`));
}
