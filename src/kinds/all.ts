/** The list of all kinds of record: adding one here is all it takes to make it known everywhere. */
import { application } from './application.ts';
import { archive } from './archive.ts';
import { archiving } from './archiving.ts';
import { bulletin } from './bulletin.ts';
import { coordination } from './coordination.ts';
import { disclosure } from './disclosure.ts';
import { duty } from './duty.ts';
import { egov } from './egov.ts';
import { honor } from './honor.ts';
import { incoming } from './incoming.ts';
import { indicator } from './indicator.ts';
import { information } from './information.ts';
import { inspection } from './inspection.ts';
import { institution } from './institution.ts';
import { instruction } from './instruction.ts';
import type { RecordKind } from './kind.ts';
import { letter } from './letter.ts';
import { litigation } from './litigation.ts';
import { logistics } from './logistics.ts';
import { meeting } from './meeting.ts';
import { organization } from './organization.ts';
import { outgoing } from './outgoing.ts';
import { party } from './party.ts';
import { plan } from './plan.ts';
import { proposal } from './proposal.ts';
import { reception } from './reception.ts';
import { reconsideration } from './reconsideration.ts';
import { regulation } from './regulation.ts';
import { request } from './request.ts';
import { research } from './research.ts';
import { ruling } from './ruling.ts';
import { shortcoming } from './shortcoming.ts';
import { supervision } from './supervision.ts';
import { task } from './task.ts';
import { training } from './training.ts';

export const kinds: readonly RecordKind[] = [
  proposal,
  supervision,
  inspection,
  instruction,
  information,
  bulletin,
  research,
  outgoing,
  incoming,
  request,
  meeting,
  reception,
  reconsideration,
  ruling,
  litigation,
  archive,
  archiving,
  disclosure,
  application,
  letter,
  party,
  honor,
  institution,
  regulation,
  coordination,
  task,
  training,
  logistics,
  duty,
  indicator,
  egov,
  organization,
  shortcoming,
  plan,
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
