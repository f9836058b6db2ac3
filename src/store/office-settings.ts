/** The settings an office keeps in its own database: their names, shapes, defaults and meanings, in one list. */
import { z } from 'zod';
import type { Text } from '../reply.ts';
import { type Day, isDay } from '../time/day.ts';
import { type Period, parsePeriod } from '../time/period.ts';
import type { TimeSettings } from '../time/settings.ts';
import type { Db } from './db.ts';
import { listSettings } from './people.ts';

export interface OfficeSetting {
  readonly shape: z.ZodType;
  /** Shown where nothing was set. */
  readonly standard: string;
  readonly meaning: Text;
  /** A value as one would type it, where the shape is not plain text. */
  readonly example?: string;
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const periods = z.array(
  z.string().refine((text) => parsePeriod(text) !== null, 'periods such as 2026-01-12..2026-01-16'),
);
const monthDay = z.string().refine((text) => isDay(`2025-${text}`), 'a day of the year such as 09-01');

export const officeSettings: Readonly<Record<string, OfficeSetting>> = {
  zone: {
    shape: z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai'),
    standard: 'TZ_OFFICE',
    meaning: {
      zh: '单位所在时区，「今天」按它算',
      en: 'time zone of the office: what “today” means',
    },
  },
  memberRole: {
    shape: z.enum(['clerk', 'head', 'director', 'leader', 'none']),
    standard: 'clerk',
    meaning: {
      zh: '本单位未登记同事的角色；`none` 为只认登记过的人',
      en: 'role of a colleague not yet listed; `none` lets only listed people in',
    },
  },
  digestAt: {
    shape: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30'),
    standard: '08:30',
    meaning: { zh: '工作日推送每日简报的时刻', en: 'when leaders get the digest on workdays' },
  },
  terms: {
    shape: periods,
    standard: '[]',
    meaning: { zh: '各届的起止日，「本届」「上届」按它算', en: 'terms of the congress: what 本届 and 上届 mean' },
    example: '["2021-12-28..2026-12-27"]',
  },
  sessions: {
    shape: periods,
    standard: '[]',
    meaning: {
      zh: '本区每年两会的起止日，「两会期间」「两会以来」按它算',
      en: 'the two sessions of the district, year by year: what 两会 means',
    },
    example: '["2026-01-12..2026-01-16"]',
  },
  events: {
    shape: z.record(
      z.string().min(2),
      z.string().refine((text) => isDay(text), 'a day such as 2019-01-15'),
    ),
    standard: '{}',
    meaning: { zh: '单位自己的日子，如「机构改革以来」', en: 'days known by a name of their own, as in 机构改革以来' },
    example: '{"机构改革":"2019-01-15"}',
  },
  schoolYear: {
    shape: monthDay,
    standard: '09-01',
    meaning: { zh: '学年从哪天开始', en: 'the day a school year begins' },
  },
  springTerm: {
    shape: monthDay,
    standard: '02-01',
    meaning: { zh: '第二学期从哪天开始', en: 'the day its second term begins' },
  },
  assessmentYear: {
    shape: monthDay,
    standard: '01-01',
    meaning: {
      zh: '考核年度从哪天开始；6 月以后开始的算下一年度',
      en: 'the day an assessment year begins; one that begins after June is named by the next year',
    },
  },
  captureEmoji: {
    shape: z.string().max(40),
    standard: 'Pin',
    meaning: {
      zh: '给别人的消息点这个表情，就替他记一笔（飞书的 emoji_type，默认图钉）；空着则不用',
      en: 'this emoji on somebody’s message records it as his (Feishu’s emoji_type, the pushpin); empty switches it off',
    },
  },
  modelReads: {
    shape: z.enum(['on', 'off']),
    standard: 'on',
    meaning: {
      zh: '规则拿不准的消息是否请模型复读（配了模型才有用）',
      en: 'whether a model, where there is one, reads again what the rules doubt',
    },
  },
  modelCalls: {
    shape: z.number().int().min(0),
    standard: '500',
    meaning: {
      zh: '每天最多请模型复读几次，用完由规则独自回答',
      en: 'readings of the model a day; then the rules answer alone',
    },
  },
  modelTokens: {
    shape: z.number().int().min(0),
    standard: '1000000',
    meaning: { zh: '每天复读最多用多少 token', en: 'tokens those readings may use a day' },
  },
  tenant: {
    shape: z.string().min(1),
    standard: '–',
    meaning: {
      zh: '认定的飞书租户；第一次收到消息时自动记下，别的租户一律是外部人员',
      en: 'the Feishu tenant of the office; noted with the first message, people of others are strangers',
    },
  },
};

/** The days only this office knows, as its sentences mean them. */
export function timeSettings(db: Db): TimeSettings {
  const known = new Map(listSettings(db).map(({ name, value }) => [name, value]));
  const spans = (name: string): Period[] =>
    ((known.get(name) ?? []) as string[]).map(parsePeriod).filter((period) => period !== null);
  const days = Object.fromEntries(
    ['schoolYear', 'springTerm', 'assessmentYear']
      .filter((name) => known.has(name))
      .map((name) => [name, known.get(name)]),
  );
  return {
    terms: spans('terms'),
    sessions: spans('sessions'),
    events: (known.get('events') ?? {}) as Record<string, Day>,
    ...days,
  };
}

/** @returns the sentence to show, or null where the value may be kept */
export function officeSettingFault(name: string, value: unknown): string | null {
  const setting = Object.hasOwn(officeSettings, name) ? officeSettings[name] : undefined;
  if (!setting) return `no setting "${name}"; there are ${Object.keys(officeSettings).join(', ')}`;
  const parsed = setting.shape.safeParse(value);
  return parsed.success ? null : `${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`;
}
