/** `people`, `units`, `settings`: who may do what, how units are called, how the office counts. */
import { createFeishuApi } from '../feishu/api.ts';
import { createFeishuDirectory } from '../feishu/directory.ts';
import { takeDirectory } from '../flow/take-directory.ts';
import { OutsideError } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { officeSettingFault, officeSettings } from '../store/office-settings.ts';
import {
  isRole,
  listPeople,
  listSettings,
  listUnits,
  roles,
  savePerson,
  saveSetting,
  saveUnit,
} from '../store/people.ts';
import { leftIds, rosterNamed } from '../store/roster.ts';
import { type Command, CommandError, option, printJson, printLine, UsageError } from './command.ts';
import { logAt, type OpenedOffice, withOffice } from './office.ts';

export const people: Command = {
  name: 'people',
  usage: '[add NAME --role ROLE [--id ID] [--section S] | sync]',
  summary: `who may do what; sync takes names and sections from Feishu; roles: ${roles.join(', ')}`,
  options: { role: { type: 'string' }, id: { type: 'string' }, section: { type: 'string' }, lang: { type: 'string' } },
  run(args) {
    const [action, name] = args.words;
    if (action === 'sync') return withOffice(args, (opened) => syncPeople(opened, args.values.json === true));
    if (action !== undefined && action !== 'add')
      throw new UsageError(`people ${action}: say people, people add NAME or people sync`);
    return withOffice(args, ({ db }) => {
      if (action === 'add') {
        if (!name) throw new UsageError('people add: whom?');
        const role = option(args, 'role') ?? 'clerk';
        if (!isRole(role)) throw new UsageError(`role "${role}" is none of ${roles.join(', ')}`);
        const lang = option(args, 'lang');
        if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new UsageError('lang is zh or en');
        const section = option(args, 'section');
        savePerson(db, option(args, 'id') ?? idOf(db, name), {
          name,
          role,
          ...(section ? { section } : {}),
          ...(lang ? { lang } : {}),
        });
      }
      const left = leftIds(db);
      for (const person of listPeople(db)) {
        const gone = left.has(person.id) ? '\t已离开 left' : '';
        if (args.values.json) printJson({ ...person, ...(gone ? { left: true } : {}) });
        else printLine(`${person.name}\t${person.role}\t${person.section}\t${person.id}${gone}`);
      }
      return 0;
    });
  },
};

/** Whoever the Feishu app may see becomes known by name; what an administrator wrote down stays. */
async function syncPeople({ db, settings, clock }: OpenedOffice, json: boolean): Promise<number> {
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = settings;
  if (!appId || !appSecret)
    throw new CommandError('没有飞书凭证，先设 LARK_APP_ID 和 LARK_APP_SECRET / set LARK_APP_ID and LARK_APP_SECRET');
  const log = logAt(settings.LOG_LEVEL);
  const api = createFeishuApi({ appId, appSecret, domain, fetch, clock, log });
  const everybody = await createFeishuDirectory(api, log)
    .everybody()
    .catch((error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      throw new CommandError(
        `通讯录没有读全，什么都没有改 / the directory was not read, nothing was changed: ${error.message}`,
      );
    });
  const { listed, fresh, completed, left } = takeDirectory(db, everybody, clock.now());
  if (json) {
    printJson({ listed, fresh, completed, left: left.map(({ id, name }) => ({ id, name })) });
    return 0;
  }
  printLine(`通讯录可见 ${listed} 人：新增 ${fresh}，补全 ${completed}，离开 ${left.length}`);
  printLine(`${listed} people in sight: ${fresh} new, ${completed} completed, ${left.length} left`);
  for (const { id, name } of left) printLine(`已离开 / left: ${name}\t${id}`);
  return 0;
}

/** Whom a name means: the one person so called who is known or listed, else a new one. */
function idOf(db: Db, name: string): string {
  const ids = new Set([
    ...listPeople(db)
      .filter((person) => person.name === name)
      .map(({ id }) => id),
    ...rosterNamed(db, name).map(({ id }) => id),
  ]);
  if (ids.size > 1) throw new UsageError(`several people are called ${name}, say --id: ${[...ids].join(', ')}`);
  return [...ids][0] ?? name;
}

export const units: Command = {
  name: 'units',
  usage: '[add NAME [--alias A,B] [--type T]]',
  summary: 'unit names and what else people call them',
  options: { alias: { type: 'string' }, type: { type: 'string' } },
  run(args) {
    const [action, name] = args.words;
    if (action !== undefined && action !== 'add') throw new UsageError(`units ${action}: say units, or units add NAME`);
    return withOffice(args, ({ db }) => {
      if (action === 'add') {
        if (!name) throw new UsageError('units add: which?');
        const aliases = (option(args, 'alias') ?? '').split(/[,,、]/).filter(Boolean);
        saveUnit(db, { name, aliases, type: option(args, 'type') ?? null });
      }
      for (const unit of listUnits(db)) {
        if (args.values.json) printJson(unit);
        else printLine(`${unit.name}\t${unit.aliases.join('、')}`);
      }
      return 0;
    });
  },
};

export const settings: Command = {
  name: 'settings',
  usage: '[NAME VALUE]',
  summary: 'office settings; VALUE is JSON or plain text; without arguments all of them',
  options: {},
  run(args) {
    const [name, ...rest] = args.words;
    return withOffice(args, ({ db }) => {
      if (name !== undefined) {
        const value = jsonOrText(rest.join(' '));
        const fault = officeSettingFault(name, value);
        if (fault || rest.length === 0) throw new UsageError(fault ?? 'settings NAME VALUE');
        saveSetting(db, name, value);
      }
      const set = new Map(listSettings(db).map((setting) => [setting.name, setting.value]));
      for (const [each, { standard, meaning }] of Object.entries(officeSettings)) {
        if (args.values.json) {
          if (set.has(each)) printJson({ name: each, value: set.get(each) });
        } else {
          const value = set.has(each) ? JSON.stringify(set.get(each)) : `(${standard})`;
          printLine(`${each}\t${value}\t${meaning.zh} / ${meaning.en}`);
        }
      }
      return 0;
    });
  },
};

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
