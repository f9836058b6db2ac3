/** Whether Feishu's events can reach this office: the public address answers the challenge, or the long connection is granted. */
import { baseOf } from '../../feishu/base.ts';
import { feishuCall } from '../../feishu/call.ts';
import { encrypt } from '../../feishu/crypto.ts';
import { OutsideError } from '../../ports.ts';
import type { Settings } from '../../settings.ts';
import { endpointFault } from '../serve/endpoint-fault.ts';
import type { ConsoleLinks } from './console-links.ts';
import type { Finding } from './finding.ts';

const check = 'subscription';
const answerMs = 3000;

export function reachFinding(settings: Settings, links: ConsoleLinks, requestUrl?: string): Promise<Finding> {
  return settings.LARK_MODE === 'websocket'
    ? lineFinding(settings, links)
    : addressFinding(settings, links, requestUrl);
}

/** What Feishu itself posts when the address is saved: so the whole way there and the keys are tried. */
async function addressFinding(settings: Settings, links: ConsoleLinks, requestUrl?: string): Promise<Finding> {
  const { LARK_ENCRYPT_KEY: key, LARK_VERIFICATION_TOKEN: token } = settings;
  if (!key && !token) {
    return {
      check,
      state: 'fault',
      text: {
        zh: 'LARK_ENCRYPT_KEY 和 LARK_VERIFICATION_TOKEN 都没有，所有事件都会被拒',
        en: 'neither LARK_ENCRYPT_KEY nor LARK_VERIFICATION_TOKEN is set, so every event is refused',
      },
      mend: { zh: '从“事件与回调 > 加密策略”复制', en: 'copy them from events and callbacks, encryption' },
      link: links.events,
    };
  }
  if (!requestUrl) {
    return {
      check,
      state: 'unseen',
      text: { zh: '看不到请求地址', en: 'the request address cannot be seen' },
      mend: {
        zh: '先启动服务，再在开发者后台保存 https://你的域名/webhook/event：飞书会当场校验',
        en: 'start the server, then save https://your-host/webhook/event in the console: Feishu checks it at once',
      },
      link: links.events,
    };
  }
  const challenge = `doctor-${crypto.randomUUID()}`;
  const plain = JSON.stringify({ challenge, token: token ?? '', type: 'url_verification' });
  const body = key ? JSON.stringify({ encrypt: await encrypt(key, plain) }) : plain;
  try {
    const response = await fetch(requestUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      signal: AbortSignal.timeout(answerMs),
    });
    const answer = (await response.json().catch(() => ({}))) as { challenge?: string };
    if (response.ok && answer.challenge === challenge) {
      return { check, state: 'ok', text: { zh: `${requestUrl} 应答正确`, en: `${requestUrl} answers rightly` } };
    }
    return {
      check,
      state: 'fault',
      text: {
        zh: `${requestUrl} 应答 HTTP ${response.status}，不是本程序该有的应答`,
        en: `${requestUrl} answers HTTP ${response.status}, not as it should`,
      },
      mend: {
        zh: '看地址是否转到本服务的 /webhook/event，Encrypt Key 和 Verification Token 是否与后台一致',
        en: 'see whether the address leads to /webhook/event of this server, and whether both keys are those of the console',
      },
      link: links.events,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      check,
      state: 'fault',
      text: { zh: `${requestUrl} 连不上：${reason}`, en: `${requestUrl} cannot be reached: ${reason}` },
      mend: {
        zh: '启动服务，检查域名、证书、防火墙；没有公网地址就用 LARK_MODE=websocket',
        en: 'start the server, check name, certificate and firewall; without a public address use LARK_MODE=websocket',
      },
      link: links.events,
    };
  }
}

/** Asks for a connection and opens none, so that a running server keeps its share of the events. */
async function lineFinding(settings: Settings, links: ConsoleLinks): Promise<Finding> {
  const { LARK_APP_ID: AppID, LARK_APP_SECRET: AppSecret } = settings;
  try {
    await feishuCall(
      { base: baseOf(settings.LARK_DOMAIN), fetch, timeoutMs: 15_000 },
      { method: 'POST', path: '/callback/ws/endpoint', body: { AppID, AppSecret } },
    );
    return { check, state: 'ok', text: { zh: '飞书给了长连接', en: 'Feishu grants the long connection' } };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const fault = endpointFault(typeof error.code === 'number' ? `code=${error.code}` : error.message);
    return {
      check,
      state: 'fault',
      text: { zh: `长连接被拒：${fault.reason.zh}`, en: `the long connection is refused: ${fault.reason.en}` },
      ...(fault.mend ? { mend: fault.mend } : {}),
      link: links.events,
    };
  }
}
