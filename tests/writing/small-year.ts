/** A small year of an office, written down so that every figure can be counted by hand. */
import type { NewEntry } from '../../src/kinds/entry.ts';
import { openDb } from '../../src/node-office.ts';
import type { Db } from '../../src/store/db.ts';
import { logEntry } from '../../src/store/ledger.ts';
import { instantOf } from '../../src/time/day.ts';

export function ledgerOf(entries: readonly NewEntry[]): Db {
  const { db } = openDb(':memory:');
  const hand = { by: '李梅', section: '', at: instantOf('2026-01-04', '10:00', 'Asia/Shanghai'), source: 'm1' };
  for (const entry of entries) logEntry(db, entry, hand);
  return db;
}

export const smallYear: readonly NewEntry[] = [
  { kind: 'task', on: '2025-01-02', title: '项目攻坚年', fields: {} },
  { kind: 'bulletin', on: '2025-02-01', title: '《江城政务》第1—12期', quantity: 12, fields: { journal: '江城政务' } },
  {
    kind: 'information',
    on: '2025-02-03',
    title: '养老',
    status: 'adopted',
    fields: { category: 'research', score: 8.5 },
  },
  { kind: 'information', on: '2025-02-04', title: '停车', status: 'submitted', fields: { category: 'news' } },
  { kind: 'inspection', on: '2025-03-01', title: '2号路督查', quantity: 2, fields: { topic: '2号路改造', found: 4 } },
  { kind: 'inspection', on: '2025-03-02', title: '环境整治督查', fields: { topic: '环境整治' } },
  {
    kind: 'outgoing',
    on: '2025-01-01',
    until: '2025-12-31',
    title: '全年印发',
    quantity: 500,
    precision: 'over',
    status: 'issued',
    fields: {},
  },
  {
    kind: 'meeting',
    on: '2025-05-01',
    quantity: 20,
    status: 'held',
    fields: { attendees: { value: 900, precision: 'about' } },
  },
  { kind: 'meeting', on: '2025-06-01', title: '取消的会', status: 'cancelled', fields: {} },
  proposal('npc', { status: 'closed', satisfaction: 'satisfied' }),
  proposal('npc', { status: 'replied' }),
  proposal('cppcc', { status: 'closed', satisfaction: 'dissatisfied' }),
  {
    kind: 'letter',
    on: '2025-04-05',
    title: '赵铁柱反映槐树巷噪音 13700001111',
    status: 'closed',
    fields: { channel: 'hotline' },
  },
  {
    kind: 'application',
    on: '2025-04-06',
    title: '钱桂花申请公开安置方案',
    status: 'replied',
    fields: { matter: '安置方案 钱桂花', reply: 'partial' },
  },
  { kind: 'archive', on: '2025-04-07', title: '查档', fields: { volumes: 30, items: 7 } },
  { kind: 'institution', on: '2025-04-08', title: '用车办法', status: 'drafting', fields: { change: 'made' } },
  { kind: 'indicator', on: '2025-01-05', title: '联网单位', fields: { name: '联网单位', value: 10, unitWord: '家' } },
  { kind: 'indicator', on: '2025-11-05', title: '联网单位', fields: { name: '联网单位', value: 12, unitWord: '家' } },
  { kind: 'honor', on: '2025-12-01', title: '先进个人', fields: { recipient: '孙小虎' } },
  { kind: 'honor', on: '2025-12-02', title: '满意单位', fields: { recipient: '办公室', streak: 3 } },
  { kind: 'shortcoming', on: '2025-12-03', title: '信息数量偏少', fields: { source: 'self' } },
  { kind: 'shortcoming', on: '2025-12-04', title: '调研不够深入', fields: { source: 'self' } },
];

function proposal(source: string, { status, satisfaction }: { status: string; satisfaction?: string }): NewEntry {
  return {
    kind: 'proposal',
    on: '2025-03-05',
    title: '建议提案',
    status,
    unit: '民政局',
    fields: { source, ...(satisfaction ? { satisfaction } : {}) },
  };
}

export const asked = {
  name: '2025',
  period: { from: '2025-01-01', to: '2026-01-01' },
  asOf: '2026-01-05',
  prompts: { passage: '改写' },
  log: { info() {}, warn() {}, error() {} },
} as const;
