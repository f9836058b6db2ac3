/** Tenant tokens of the fake Feishu: kept while half an hour is left, refused when spent. */
import type { Clock } from '../../../src/ports.ts';

export interface FakeTokens {
  /** How often one was asked for. */
  asked: number;
  /** The platform is documented to answer a spent token with HTTP 400, and was seen to answer with 200. */
  spentStatus: 400 | 200;
  give(): { token: string; expire: number };
  good(token: string): boolean;
  /** Every token given so far is spent at once. */
  spend(): void;
}

const lifeMs = 2 * 60 * 60 * 1000;
const sameMs = 30 * 60 * 1000;

export function fakeTokens(clock: Clock): FakeTokens {
  let given: { token: string; until: number }[] = [];
  return {
    asked: 0,
    spentStatus: 400,
    give() {
      this.asked += 1;
      const now = clock.now().getTime();
      let last = given.at(-1);
      if (!last || last.until - now < sameMs) {
        last = { token: `t-${this.asked}`, until: now + lifeMs };
        given.push(last);
      }
      return { token: last.token, expire: Math.floor((last.until - now) / 1000) };
    },
    good(token) {
      return given.some((one) => one.token === token && one.until > clock.now().getTime());
    },
    spend() {
      given = [];
    },
  };
}
