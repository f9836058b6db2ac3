/** The settings an office keeps in its own database: their names, shapes, defaults and meanings, in one list. */
import { z } from 'zod';
import type { Text } from '../reply.ts';

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
  tenant: {
    shape: z.string().min(1),
    standard: '–',
    meaning: {
      zh: '认定的飞书租户；第一次收到消息时自动记下，别的租户一律是外部人员',
      en: 'the Feishu tenant of the office; noted with the first message, people of others are strangers',
    },
  },
};

/** @returns the sentence to show, or null where the value may be kept */
export function officeSettingFault(name: string, value: unknown): string | null {
  const setting = Object.hasOwn(officeSettings, name) ? officeSettings[name] : undefined;
  if (!setting) return `no setting "${name}"; there are ${Object.keys(officeSettings).join(', ')}`;
  const parsed = setting.shape.safeParse(value);
  return parsed.success ? null : `${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`;
}
