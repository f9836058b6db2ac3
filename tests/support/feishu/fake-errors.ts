/** Answers of the fake Feishu that are errors, and the faults a test can order. */

/** An error as the Open Platform answers it. */
export interface FakeError {
  readonly status: number;
  readonly code: number;
  readonly msg: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function fakeError(code: number, msg: string, status = 400): FakeError {
  return { status, code, msg };
}

export type CallName =
  | 'token'
  | 'bot'
  | 'create'
  | 'reply'
  | 'patch'
  | 'get'
  | 'list'
  | 'scopes'
  | 'app'
  | 'version'
  | 'socket'
  | 'resource'
  | 'upload'
  | 'urgent'
  | 'readers'
  | 'members'
  | 'visible'
  | 'children'
  | 'belonging'
  | 'names'
  | 'users'
  | 'department'
  | 'speech';

/**
 * What goes wrong with the next calls: `lost` performs the call and drops the connection, `drop` drops it before,
 * `delay` answers late, `limited` is HTTP 429, `broken` HTTP 502 with a page, `error` any code.
 */
export interface Fault {
  readonly on?: CallName;
  readonly as: 'lost' | 'drop' | 'delay' | 'limited' | 'broken' | 'error';
  /** How many calls; 1 unless told. */
  readonly times?: number;
  readonly delayMs?: number;
  readonly resetSeconds?: number;
  readonly error?: FakeError;
}

export interface FaultList {
  add(fault: Fault): void;
  take(call: CallName): Fault | undefined;
  clear(): void;
}

export function faultList(): FaultList {
  const faults: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      faults.push({ fault, left: fault.times ?? 1 });
    },
    take(call) {
      const next = faults.find(({ fault, left }) => left > 0 && (fault.on ?? call) === call);
      if (next) next.left -= 1;
      return next?.fault;
    },
    clear() {
      faults.length = 0;
    },
  };
}
