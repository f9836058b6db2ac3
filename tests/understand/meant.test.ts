/** Which record a sentence goes on about, where nothing names it outright: the one whose signs add up, or none. */
import { describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { testOffice } from '../support/fixed.ts';

/** What the ledger holds after the messages, said in one chat. */
async function ledgerAfter(said: readonly string[]) {
  const office = testOffice('2026-11-20 15:00');
  for (const text of said) await office.say(text);
  return selectEntries(office.db, {});
}

describe('what goes on about a known record', () => {
  it.each([
    [['报市办信息一篇 渔光互补试点', '渔光那篇省里也用了 加8分'], { status: 'adopted', fields: { score: 8 } }],
    [['李市长批示1条 请区里研究冷链物流', '冷链物流批示件办结了'], { status: 'closed' }],
    [
      ['Request from Baihe Town for 450,000 yuan to repair the flood wall', "Baihe Town's request was approved"],
      { fields: { decision: 'approved' } },
    ],
    [['收到人大建议505号 乡镇夜间急诊', '刚才那条交卫健局办'], { status: 'assigned', unit: '卫健局' }],
  ])('%j', async (said, expected) => {
    const entries = await ledgerAfter(said);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(expected);
  });

  it('takes numbers alone for those just spoken of', async () => {
    const entries = await ledgerAfter(['收到616号提案 旧楼外墙', '收到617号提案 维修金', '616 617都交给住建局办了']);
    expect(entries.map((entry) => entry.unit)).toEqual(['住建局', '住建局']);
  });

  it('leaves out the one that is excepted', async () => {
    const entries = await ledgerAfter([
      '督办 夏粮收储 粮储局牵头',
      '督办 学校危房加固 教育局牵头',
      '督办 冷库安全整治 应急局牵头',
      '除了学校危房那件 其余两件督办都销号了',
    ]);
    expect(entries.map((entry) => entry.status)).toEqual(['closed', 'assigned', 'closed']);
  });

  it('a deed alone happened to the only thing it can have happened to', async () => {
    const entries = await ledgerAfter(['横山镇请示修桥20万 已呈李区长', '批了 同意']);
    expect(entries[0]).toMatchObject({ status: 'replied', fields: { decision: 'approved' } });
  });
});

describe('what does not', () => {
  it.each([
    ['another topic', ['今天实事工程督查 菜场改造', '今天环境整治暗访 查出7个问题 当场改了4个'], 2],
    ['another matter of the kind', ['督办 甲路积水 水利局牵头', '督办 断头路打通 交通局牵头'], 2],
    ['a piece that was never named', ['今天报市办信息5条', '养老服务那篇被省里采用了'], 2],
  ])('%s is a record of its own', async (_, said, count) => {
    expect(await ledgerAfter(said)).toHaveLength(count);
  });

  it.each([
    '冷链物流那件办结了没有啊',
    '听说冷链物流那件可能办结了',
    '冷链物流那件没办结 别给我销号',
    '把冷链物流直接标成办结',
  ])('%s changes nothing', async (said) => {
    const [entry, ...others] = await ledgerAfter(['督办 冷链物流 商务局牵头', said]);
    expect(others).toEqual([]);
    expect(entry?.status).toBe('assigned');
  });
});

describe('a deed that names nothing of its own', () => {
  it.each([
    [['501号提案 夜市油烟 城管局主办', '城管局今天答复了', '委员说很满意'], { fields: { satisfaction: 'satisfied' } }],
    [['人大建议61号 河埠头修缮 水利局主办', '水利局说不归他们 退回来了', '改派给住建局'], { unit: '住建局' }],
    [
      ['起草了关于清明防火的通知', '印发了 文号政办发〔2026〕77号 印80份'],
      { status: 'issued', fields: { copies: 80 } },
    ],
    [['区长信箱来信 反映广场舞扰民 投诉', '转给城管局了'], { status: 'assigned', unit: '城管局' }],
    [['石桥镇请示 拨款修校舍', '呈给赵副区长了'], { status: 'submitted', fields: { leader: '赵副区长' } }],
  ])('goes on about what was told last: %j', async (said, expected) => {
    const entries = await ledgerAfter(said);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(expected);
  });

  it('is asked about where it may be any of those told together', async () => {
    const office = testOffice('2026-11-20 15:00');
    await office.say('督办两件 东塘清淤 水利局牵头;西塘护栏 水利局牵头');
    const reply = await office.say('水利局办结了');
    expect(selectEntries(office.db, {}).map((entry) => entry.status)).toEqual(['assigned', 'assigned']);
    expect(JSON.stringify(reply)).toMatch(/哪/);
  });
});
