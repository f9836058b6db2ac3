/** `doctor`: settings, credentials, scopes, subscription, clock, disk: one line each, with what mends it and where. */
import { createFeishuApi } from '../feishu/api.ts';
import type { Clock, Log } from '../ports.ts';
import { readSettings, type Settings } from '../settings.ts';
import { type Command, printJson, printLine } from './command.ts';
import { consoleLinks } from './doctor/console-links.ts';
import { appFindings } from './doctor/feishu-app.ts';
import { type Finding, findingLine } from './doctor/finding.ts';
import { machineFindings } from './doctor/machine.ts';
import { reachFinding } from './doctor/reach.ts';
import { officeName, readEnvironment } from './office.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: '',
  summary: 'settings, credentials, scopes, subscription, clock, disk: one line each with the mend',
  options: {},
  async run(args) {
    const findings = await examine((settings) => ({ ...settings, TAIZHANG_OFFICE: officeName(args, settings) }));
    for (const finding of findings) {
      if (args.values.json) printJson(finding);
      else printLine(findingLine(finding));
    }
    return findings.some(({ state }) => state === 'fault') ? 1 : 0;
  },
};

async function examine(named: (settings: Settings) => Settings): Promise<Finding[]> {
  const read = readSettings(readEnvironment());
  if ('faults' in read) {
    return read.faults.map((fault) => ({ check: 'settings', state: 'fault', text: { zh: fault, en: fault } }));
  }
  const settings = named(read.settings);
  const sound: Finding = { check: 'settings', state: 'ok', text: { zh: '设置无误', en: 'the settings are in order' } };
  return [sound, ...machineFindings(settings), ...(await feishuFindings(settings))];
}

async function feishuFindings(settings: Settings): Promise<Finding[]> {
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = settings;
  if (!appId || !appSecret) {
    const text = {
      zh: '没有飞书凭证，只用网页对话',
      en: 'no Feishu credentials: the chat page is the only messenger',
    };
    return [{ check: 'credentials', state: 'ok', text }];
  }
  const links = consoleLinks(domain, appId);
  const api = createFeishuApi({ appId, appSecret, domain, fetch, clock, log: silent });
  const { findings, requestUrl } = await appFindings({ settings, api, links, clock });
  if (findings.some(({ check, state }) => check === 'credentials' && state === 'fault')) return findings;
  return [...findings, await reachFinding(settings, links, requestUrl)];
}

const clock: Clock = { now: () => new Date() };
const silent: Log = { info() {}, warn() {}, error() {} };
