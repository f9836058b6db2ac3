/** What the doctor sees of the Feishu app: credentials, clock, bot, scopes, events and callbacks. */
import type { FeishuApi } from '../../feishu/api.ts';
import { eventNeeds, scopeNeeds } from '../../feishu/app-needs.ts';
import { type Clock, OutsideError } from '../../ports.ts';
import type { Settings } from '../../settings.ts';
import type { ConsoleLinks } from './console-links.ts';
import type { Finding } from './finding.ts';

export interface AppLook {
  readonly settings: Settings;
  readonly api: FeishuApi;
  readonly links: ConsoleLinks;
  readonly clock: Clock;
}

/** @returns the findings, and where events are sent, where that can be seen */
export async function appFindings(look: AppLook): Promise<{ findings: Finding[]; requestUrl?: string }> {
  const credentials = await credentialFinding(look);
  if (credentials.state === 'fault') return { findings: [credentials] };
  const findings = [credentials, await clockFinding(look), await botFinding(look), ...(await scopeFindings(look))];
  const app = await look.api.app(look.settings.LARK_APP_ID ?? '').catch((error: unknown) => outsideOr(error));
  if (app instanceof OutsideError) return { findings: [...findings, unseenSubscription(look)] };
  return {
    findings: [...findings, ...subscriptionFindings(look, app)],
    ...(app.requestUrl ? { requestUrl: app.requestUrl } : {}),
  };
}

function outsideOr(error: unknown): OutsideError {
  if (error instanceof OutsideError) return error;
  throw error;
}

async function credentialFinding({ api, links, settings }: AppLook): Promise<Finding> {
  try {
    await api.scopes();
    return {
      check: 'credentials',
      state: 'ok',
      text: { zh: `${settings.LARK_APP_ID} 的凭证有效`, en: `the credentials of ${settings.LARK_APP_ID} are good` },
    };
  } catch (error) {
    const { code, message } = outsideOr(error);
    if (code === 'network') {
      return {
        check: 'credentials',
        state: 'fault',
        text: { zh: `连不上飞书（${links.app}）：${message}`, en: message },
        mend: {
          zh: '检查网络、代理和 LARK_DOMAIN（feishu、lark 或私有部署地址）',
          en: 'check the network, the proxy and LARK_DOMAIN (feishu, lark or the address of a private deployment)',
        },
      };
    }
    return {
      check: 'credentials',
      state: 'fault',
      text: { zh: `飞书不认这对凭证（错误码 ${code}）`, en: `Feishu refuses the credentials (code ${code})` },
      mend:
        code === 10014
          ? { zh: '应用已停用，请在开发者后台启用', en: 'the app is disabled: enable it in the console' }
          : {
              zh: '从“凭证与基础信息”重新复制 App ID 和 App Secret',
              en: 'copy App ID and App Secret from the credentials page',
            },
      link: links.credentials,
    };
  }
}

const warnSkewMs = 60_000;
const mostSkewMs = 300_000;

async function clockFinding({ api, clock }: AppLook): Promise<Finding> {
  const theirs = await api.serverTime();
  if (!theirs) {
    return {
      check: 'clock',
      state: 'unseen',
      text: { zh: '飞书没有给出时间', en: 'Feishu did not tell its time' },
      mend: { zh: '用 timedatectl 看是否已同步', en: 'see with timedatectl whether the clock is in step' },
    };
  }
  const skew = Math.round((clock.now().getTime() - theirs.getTime()) / 1000);
  const far = Math.abs(skew) * 1000;
  const state = far > mostSkewMs ? 'fault' : far > warnSkewMs ? 'warn' : 'ok';
  const way = skew < 0 ? { zh: '慢', en: 'behind' } : { zh: '快', en: 'ahead' };
  return {
    check: 'clock',
    state,
    text: {
      zh: `本机时钟比飞书${way.zh} ${Math.abs(skew)} 秒`,
      en: `this clock is ${Math.abs(skew)} s ${way.en} of Feishu’s`,
    },
    ...(state === 'ok'
      ? {}
      : {
          mend: {
            zh: '打开时间同步：timedatectl set-ntp true',
            en: 'switch time synchronisation on: timedatectl set-ntp true',
          },
        }),
  };
}

/** Bot info, `activate_status`. */
const botStates: Readonly<Record<number, { zh: string; en: string }>> = {
  1: { zh: '已被企业停用', en: 'disabled by the tenant' },
  3: { zh: '已安装，待启用', en: 'installed, not yet enabled' },
  4: { zh: '有升级待启用', en: 'an upgrade waits to be enabled' },
  5: { zh: '授权到期停用', en: 'its licence has ended' },
  6: { zh: '套餐到期停用', en: 'the plan has ended' },
};

async function botFinding({ api, links }: AppLook): Promise<Finding> {
  try {
    const { name, status } = await api.botInfo();
    const trouble = status === undefined ? undefined : botStates[status];
    if (!trouble)
      return { check: 'bot', state: 'ok', text: { zh: `机器人「${name}」已启用`, en: `the bot “${name}” is on` } };
    return {
      check: 'bot',
      state: 'fault',
      text: { zh: `机器人「${name}」${trouble.zh}`, en: `the bot “${name}”: ${trouble.en}` },
      mend: { zh: '请企业管理员在管理后台启用', en: 'ask the tenant’s administrator to enable it' },
      link: links.app,
    };
  } catch (error) {
    const { code } = outsideOr(error);
    return {
      check: 'bot',
      state: 'fault',
      text: { zh: `应用没有机器人能力（错误码 ${code}）`, en: `the app has no bot (code ${code})` },
      mend: {
        zh: '在“添加应用能力”里添加机器人，再发布一个版本',
        en: 'add the bot to the app’s abilities and publish a version',
      },
      link: links.bot,
    };
  }
}

async function scopeFindings({ api, links }: AppLook): Promise<Finding[]> {
  const granted = new Set(await api.scopes());
  const missing = scopeNeeds.filter(({ anyOf }) => !anyOf.some((scope) => granted.has(scope)));
  if (missing.length === 0) {
    return [{ check: 'scopes', state: 'ok', text: { zh: '需要的权限都有', en: 'all scopes are granted' } }];
  }
  return missing.map(({ anyOf: [scope], required, why }) => ({
    check: 'scopes',
    state: required ? 'fault' : 'warn',
    text: { zh: `缺 ${scope}：${why.zh}`, en: `${scope} is missing: ${why.en}` },
    mend: { zh: '开通后发布一个版本', en: 'grant it and publish a version' },
    link: links.scopes([scope]),
  }));
}

interface SeenApp {
  readonly published: boolean;
  readonly mode?: string;
  readonly events?: readonly string[];
  readonly callbacks?: readonly string[];
}

function subscriptionFindings({ settings, links }: AppLook, app: SeenApp): Finding[] {
  const findings: Finding[] = [];
  if (!app.published) {
    findings.push({
      check: 'version',
      state: 'fault',
      text: { zh: '应用还没有发布过版本', en: 'no version of the app is published' },
      mend: {
        zh: '创建并发布版本，可用范围选上同事',
        en: 'create and publish a version with your colleagues in its availability',
      },
      link: links.versions,
    });
  }
  if (app.mode && app.mode !== settings.LARK_MODE) {
    findings.push({
      check: 'subscription',
      state: 'fault',
      text: {
        zh: `开发者后台选的是 ${app.mode}，LARK_MODE 是 ${settings.LARK_MODE}`,
        en: `the console is set to ${app.mode}, LARK_MODE to ${settings.LARK_MODE}`,
      },
      mend: { zh: '两边改成一样', en: 'make both the same' },
      link: links.events,
    });
  }
  for (const as of ['event', 'callback'] as const) {
    const seen = as === 'event' ? app.events : app.callbacks;
    const wanted = eventNeeds.filter((need) => need.as === as);
    const check = as === 'event' ? 'events' : 'callbacks';
    if (!seen) {
      const list = wanted.map(({ type }) => type).join(', ');
      const mend = { zh: `请对照订阅列表：${list}`, en: `compare with the list in the console: ${list}` };
      findings.push({
        check,
        state: 'unseen',
        text: { zh: '从这里看不到订阅', en: 'cannot be seen from here' },
        mend,
        link: links.events,
      });
      continue;
    }
    const missing = wanted.filter(({ type }) => !seen.includes(type));
    if (missing.length === 0) {
      findings.push({ check, state: 'ok', text: { zh: '需要的都已订阅', en: 'all are subscribed' } });
    }
    for (const { type, required, why } of missing) {
      findings.push({
        check,
        state: required ? 'fault' : 'warn',
        text: { zh: `没有订阅 ${type}：${why.zh}`, en: `${type} is not subscribed: ${why.en}` },
        mend: { zh: '添加后发布一个版本', en: 'add it and publish a version' },
        link: links.events,
      });
    }
  }
  return findings;
}

function unseenSubscription({ links }: AppLook): Finding {
  const list = eventNeeds.map(({ type }) => type).join(', ');
  return {
    check: 'events',
    state: 'unseen',
    text: {
      zh: '没有 application:application:self_manage 权限，看不到订阅',
      en: 'without the scope application:application:self_manage the subscription cannot be seen',
    },
    mend: { zh: `请在“事件与回调”里对照：${list}`, en: `compare under events and callbacks: ${list}` },
    link: links.events,
  };
}
