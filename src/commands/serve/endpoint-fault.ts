/** What Feishu's refusals of a long connection mean, and what mends them (long connection endpoint, error codes). */
import type { Text } from '../../reply.ts';

export interface EndpointFault {
  readonly code?: number;
  readonly reason: Text;
  readonly mend?: Text;
}

const nothingToDo: Text = { zh: '不用处理，会再试', en: 'nothing to do: it is tried again' };

const known: Readonly<Record<number, { reason: Text; mend: Text }>> = {
  1: { reason: { zh: '飞书忙', en: 'Feishu is busy' }, mend: nothingToDo },
  403: {
    reason: { zh: '应用没有开启长连接', en: 'the app may not use the long connection' },
    mend: {
      zh: '在“事件与回调”里选长连接，或设 LARK_MODE=webhook',
      en: 'choose the long connection under events and callbacks, or set LARK_MODE=webhook',
    },
  },
  514: {
    reason: { zh: 'LARK_APP_ID 和 LARK_APP_SECRET 对不上', en: 'LARK_APP_ID and LARK_APP_SECRET do not fit' },
    mend: { zh: '从“凭证与基础信息”重新复制', en: 'copy both from the app’s credentials page' },
  },
  1000040343: { reason: { zh: '飞书内部故障', en: 'Feishu has an internal fault' }, mend: nothingToDo },
  1000040350: {
    reason: { zh: '这个应用的长连接太多（最多 50 个）', en: 'the app has too many long connections (50 at most)' },
    mend: {
      zh: '另有进程在用同一个应用：停掉它，否则每个只收到一部分事件',
      en: 'another process runs with this app: stop it, each gets only a share of the events',
    },
  },
};

/** @param message of the client's error, in which the code stands */
export function endpointFault(message: string): EndpointFault {
  const code = Number(/code=(\d+)/.exec(message)?.[1] ?? Number.NaN);
  const unknown = { reason: { zh: message, en: message } };
  return Number.isNaN(code) ? unknown : { code, ...(known[code] ?? unknown) };
}
