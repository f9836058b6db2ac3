/** Offers: what was read but not asked to be recorded waits with its message until its sender presses; each is done once. */
import { AcceptIntent } from '../intents/accept.ts';
import { LogIntent } from '../intents/log.ts';
import type { Intent } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { findInbox, knownKey } from '../store/inbox.ts';
import type { Kept, KeptEdit } from './kept.ts';

export interface OpenOffer {
  /** What accepting it does, in order. */
  readonly intents: readonly Intent[];
  /** Names that are taken with it, so that none is done twice. */
  readonly claims: readonly string[];
  /** Whose words they are: nobody else may accept. */
  readonly owner: string;
  /** One of several: the card with the others stays. */
  readonly partial: boolean;
}

/** @returns undefined for anything but an acceptance, and where nothing is left to accept */
export function openOffer(db: Db, intent: Intent | undefined): OpenOffer | undefined {
  const asked = AcceptIntent.safeParse(intent);
  if (!asked.success) return undefined;
  const kept = findInbox(db, asked.data.offer)?.payload as (Kept & KeptEdit) | null | undefined;
  const { offer, pick } = asked.data;
  const open = (kept?.offers ?? [])
    .map(({ intents }, index) => ({ intents, claim: `accept:${offer}#${index}`, index }))
    .filter(({ claim, index }) => (pick === undefined || pick === index) && !knownKey(db, claim, [claim]));
  if (!kept || open.length === 0) return undefined;
  const undo = kept.replaces ? [{ do: 'undo', source: kept.replaces }] : [];
  return {
    intents: [...undo, ...merged(open.flatMap(({ intents }) => intents))],
    claims: open.map(({ claim }) => claim),
    owner: kept.sender.id,
    partial: pick !== undefined,
  };
}

/** Whether somebody was faster. */
export function isClaimed(db: Db, offer: OpenOffer): boolean {
  return offer.claims.some((claim) => knownKey(db, claim, [claim]));
}

/** All that is logged becomes one log, so that one receipt tells of it and one press takes it back. */
function merged(intents: readonly Intent[]): Intent[] {
  const items = intents.flatMap((intent) => {
    const log = LogIntent.safeParse(intent);
    return log.success ? log.data.items : [];
  });
  const others = intents.filter((intent) => intent.do !== 'log');
  return items.length > 0 ? [{ do: 'log', items: items.slice(0, 50) }, ...others] : others;
}
