/** Help, and what the office knows of its people and units. */
import type { z } from 'zod';
import { kindOf, kinds } from '../kinds/all.ts';
import type { Block } from '../reply.ts';
import { listPeople, listUnits, type Role } from '../store/people.ts';
import { leftIds } from '../store/roster.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { HelpIntent, PeopleIntent, UnitsIntent, WhoamiIntent } from './shapes.ts';

export const help: IntentKind<z.infer<typeof HelpIntent>> = {
  do: 'help',
  title: { zh: '帮助', en: 'Help' },
  examples: [{ zh: '帮助', en: 'help' }],
  shape: HelpIntent,
  act(intent, turn): Outcome {
    const kind = intent.about ? kindOf(intent.about) : undefined;
    return {
      reply: {
        lang: turn.lang,
        tone: 'plain',
        title: turn.lang === 'zh' ? '怎么用台账助手' : 'How to use the ledger',
        blocks: kind ? kindHelp(kind.id, turn) : overview(turn),
      },
    };
  },
};

const firstKinds = ['inspection', 'proposal', 'meeting', 'reception', 'information', 'request'];

function overview(turn: Turn): Block[] {
  const { lang } = turn;
  const zh = lang === 'zh';
  const examples = firstKinds.flatMap(
    (id) => kindOf(id)?.examples.find((example) => example.lang === lang)?.text ?? [],
  );
  return [
    {
      type: 'text',
      text: zh
        ? '**记**：做了什么，一句话告诉我；一条消息里可以有好几件事。'
        : '**Record**: tell me in one sentence what you did; several things in one message are fine.',
    },
    { type: 'text', text: examples.map((text) => `· ${text}`).join('\n') },
    {
      type: 'text',
      text: zh
        ? '**改**：回复那张卡片，或直接说「不是19是20」「刚才那条是昨天的」；说「撤销」收回上一条。'
        : '**Correct**: reply to the card or say “14 people, not 41”; “undo” takes back the last one.',
    },
    {
      type: 'text',
      text: zh
        ? '**办**：「37号提案办结了 委员满意」「下午的会取消了」；催办发出后问「谁看了」。'
        : '**Follow up**: “Proposal no. 37 is closed”, “the video conference was cancelled”; ask “who has read it” after a reminder.',
    },
    {
      type: 'text',
      text: zh
        ? '**问**：「今年督查了几次」「今年提案办结率多少」「哪些督办件逾期了」。'
        : '**Ask**: “How many inspections this year?”, “closing rate of proposals in 2026”, “which supervision items are overdue?”',
    },
    {
      type: 'text',
      text: zh
        ? '**写**：「起草今年建议提案部分」「今日简报」；列出来的说一声「导出」就是表格。'
        : '**Write**: “draft the proposals section for 2026”, “digest”; say “export” to a list and it comes as a table.',
    },
    { type: 'note', text: zh ? '涉密内容请走机要渠道，不要发给我。' : 'Never send classified matters here.' },
    {
      type: 'buttons',
      buttons: kinds
        .filter((kind) => firstKinds.includes(kind.id))
        .map((kind) => ({ label: kind.title[lang], intent: { do: 'help', about: kind.id } })),
    },
  ];
}

function kindHelp(id: string, turn: Turn): Block[] {
  const { lang } = turn;
  const kind = kindOf(id);
  if (!kind) return overview(turn);
  const fields = Object.values(kind.fields).map((field) => `${field.label[lang]}${field.required ? '*' : ''}`);
  const zh = lang === 'zh';
  return [
    { type: 'text', text: `**${kind.title[lang]}** · ${zh ? '计数单位' : 'counted in'} ${kind.counts[lang]}` },
    {
      type: 'text',
      text: kind.examples
        .filter((example) => example.lang === lang)
        .map((example) => `· ${example.text}`)
        .join('\n'),
    },
    { type: 'note', text: `${zh ? '可以说到：' : 'You can tell: '}${fields.join(zh ? '、' : ', ')}` },
  ];
}

const roleNames: Readonly<Record<Role, { zh: string; en: string }>> = {
  clerk: { zh: '科员', en: 'clerk' },
  head: { zh: '科长', en: 'section head' },
  director: { zh: '主任', en: 'director' },
  leader: { zh: '区领导', en: 'leader' },
  admin: { zh: '管理员', en: 'administrator' },
  none: { zh: '外部人员', en: 'stranger' },
};

export const whoami: IntentKind<z.infer<typeof WhoamiIntent>> = {
  do: 'whoami',
  title: { zh: '我是谁', en: 'Who am I' },
  examples: [{ zh: '我是谁', en: 'who am I' }],
  shape: WhoamiIntent,
  act(_intent, turn): Outcome {
    const { lang, speaker } = turn;
    const zh = lang === 'zh';
    const others = ['head', 'director', 'admin'].includes(speaker.role);
    return {
      reply: {
        lang,
        tone: 'plain',
        blocks: [
          {
            type: 'fields',
            items: [
              { label: zh ? '姓名' : 'name', value: speaker.name },
              { label: zh ? '角色' : 'role', value: roleNames[speaker.role][lang] },
              ...(speaker.section ? [{ label: zh ? '科室' : 'section', value: speaker.section }] : []),
              {
                label: zh ? '可以' : 'may',
                value: others
                  ? zh
                    ? '记、问、改自己和同事的记录'
                    : 'record, ask, change own and others’ records'
                  : zh
                    ? '记、问、改自己的记录'
                    : 'record, ask, change own records',
              },
            ],
          },
        ],
      },
    };
  },
};

export const people: IntentKind<z.infer<typeof PeopleIntent>> = {
  do: 'people',
  title: { zh: '人员', en: 'People' },
  examples: [{ zh: '人员名单', en: 'people' }],
  shape: PeopleIntent,
  act(_intent, turn): Outcome {
    const { lang } = turn;
    const zh = lang === 'zh';
    const left = leftIds(turn.db);
    const gone = zh ? '（已离开）' : ' (left)';
    const rows = listPeople(turn.db).map((person) => ({
      name: `${person.name}${left.has(person.id) ? gone : ''}`,
      role: roleNames[person.role][lang],
      section: person.section,
    }));
    return table(turn, {
      title: zh ? `人员（${rows.length}）` : `People (${rows.length})`,
      empty: zh
        ? '还没有人员。管理员用 taizhang people add 添加。'
        : 'Nobody yet. Add people with taizhang people add.',
      columns: [
        { key: 'name', label: zh ? '姓名' : 'name' },
        { key: 'role', label: zh ? '角色' : 'role' },
        { key: 'section', label: zh ? '科室' : 'section' },
      ],
      rows,
    });
  },
};

export const units: IntentKind<z.infer<typeof UnitsIntent>> = {
  do: 'units',
  title: { zh: '单位', en: 'Units' },
  examples: [{ zh: '单位名单', en: 'units' }],
  shape: UnitsIntent,
  act(_intent, turn): Outcome {
    const { lang } = turn;
    const zh = lang === 'zh';
    const rows = listUnits(turn.db).map((unit) => ({ name: unit.name, aliases: unit.aliases.join('、') }));
    return table(turn, {
      title: zh ? `单位（${rows.length}）` : `Units (${rows.length})`,
      empty: zh
        ? '还没有登记单位，常见的局、镇街名称我本来就认识。管理员用 taizhang units add 添加别名。'
        : 'No units listed; usual names are known anyway. Add aliases with taizhang units add.',
      columns: [
        { key: 'name', label: zh ? '名称' : 'name' },
        { key: 'aliases', label: zh ? '别名' : 'also called' },
      ],
      rows,
    });
  },
};

function table(
  turn: Turn,
  parts: {
    title: string;
    empty: string;
    columns: readonly { key: string; label: string }[];
    rows: readonly Record<string, string>[];
  },
): Outcome {
  const block: Block =
    parts.rows.length > 0
      ? { type: 'table', columns: parts.columns, rows: parts.rows }
      : { type: 'text', text: parts.empty };
  return { reply: { lang: turn.lang, tone: 'plain', title: parts.title, blocks: [block] } };
}
