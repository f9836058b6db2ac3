/** Sentences as clerks type them, each for a cause that once misled the ear. */
import { describe, expect, it } from 'vitest';
import { entriesOf, hear } from './heard.ts';

const one = (text: string) => {
  const entries = entriesOf(hear(text));
  expect(entries).toHaveLength(1);
  return entries[0]!;
};

describe('a feast that only names a thing', () => {
  it.each([
    ['给区长写的教师节讲话稿定稿了', 'research'],
    ['起草好了元旦放假的通知', 'outgoing'],
    ['年终考核指出的不足 信息报送数量偏少', 'shortcoming'],
  ])('tells no day: %s', (text, kind) => {
    expect(one(text)).toMatchObject({ kind, on: '2026-11-20' });
  });

  it('tells its days where it says so', () => {
    expect(one('国庆期间督查了景区安全').on).toBe('2026-10-01');
    expect(one('国庆慰问了环卫工人 党员志愿服务').on).toBe('2026-10-01');
  });
});

describe('numbers', () => {
  it.each([
    ['食堂昨天吃饭的有三百二十号人', { kind: 'logistics', on: '2026-11-19', fields: { people: 320 } }],
    ['督查专报编发一期,第15期', { kind: 'bulletin', fields: { issueNo: '15' } }],
    ['十月份内刊共编发五期', { kind: 'bulletin', on: '2026-10-01', quantity: 5 }],
    ['今天核稿5份', { kind: 'outgoing', quantity: 5, status: 'reviewed' }],
    ['11月18日夜班 接听电话27个 无突发情况', { kind: 'duty', on: '2026-11-18' }],
    ['婚姻登记档案扫描四万一千页', { kind: 'archiving', fields: { pages: 41000 } }],
    ['昨晚突击检查了夜宵摊点,看了12个摊位', { kind: 'inspection', fields: { places: 12 } }],
  ])('belong where they are said: %s', (text, entry) => {
    expect(one(text)).toMatchObject(entry);
  });

  it('of calls answered is no number of shifts', () => {
    expect(one('11月18日夜班 接听电话27个 无突发情况').quantity).toBeUndefined();
  });
});

describe('what a paper or a rule is told of', () => {
  it.each([
    ['会议室使用细则还在起草', { kind: 'institution', status: 'first' }],
    ['给区长起草的经济工作会议讲话稿交稿了', { kind: 'research', status: 'finished' }],
    ['在写一篇关于夜间经济的调研文章', { kind: 'research', status: 'first' }],
    ['会议纪要印发,区政府第二十次常务会议的', { kind: 'outgoing', status: 'issued' }],
    ['起草了一份给市里的请示 申请专项债额度', { kind: 'outgoing', status: 'first' }],
    ['出台值班工作规定一项', { kind: 'institution', status: 'issued' }],
  ])('is of its own kind and state: %s', (text, { kind, status }) => {
    const entry = one(text);
    expect([entry.kind, entry.status ?? 'first']).toEqual([kind, status]);
  });
});

describe('units and names', () => {
  it.each([
    ['污水厂扩建 纳入督办 水务集团牵头', { kind: 'supervision', unit: '水务集团' }],
    ['夜市油烟 纳入督办 责任单位城管局,配合单位公安局', { unit: '城管局', fields: { coUnits: ['公安局'] } }],
    ['口袋公园建设督办 园林中心主办', { unit: '园林中心' }],
    ['收文1件 特急 市防指发的台风防御通知', { fields: { from: '市防指', urgency: 'extra' } }],
    ['蝉联满意单位,第五年了', { kind: 'honor', fields: { streak: 5 } }],
    ['政务要情第118期今天分发', { kind: 'bulletin', fields: { journal: '政务要情' } }],
  ])('stay as they were said: %s', (text, entry) => {
    expect(one(text)).toMatchObject(entry);
  });
});

describe('what is still to be done', () => {
  it('is no close: 老旧小区改造列入区重点任务,住建局牵头,年底完成', () => {
    const { due, status } = one('老旧小区改造列入区重点任务,住建局牵头,年底完成');
    expect([due, status]).toEqual(['2026-12-31', undefined]);
  });
});

describe('talk', () => {
  it.each(['今天食堂的红烧肉真好吃', '食堂今天菜不错', '派车的事再说吧', '我们没收到那份通知', '会议纪要还没印发'])(
    'is not written down: %s',
    (text) => {
      expect(entriesOf(hear(text))).toHaveLength(0);
    },
  );
});
