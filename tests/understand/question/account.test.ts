/** Every word of a question is held to account, written by its sound or not; nothing is answered with a wider figure. */
import { describe, expect, it } from 'vitest';
import type { AskIntent } from '../../../src/intents/ask-shape.ts';
import type { Intent } from '../../../src/reply.ts';
import type { Context } from '../../../src/understand/context.ts';
import { readQuestion } from '../../../src/understand/question/question.ts';
import { soundingLike } from '../../../src/understand/question/same-sound.ts';
import { contextAt } from '../heard.ts';
import { brief } from './brief.ts';

const context = (question: Intent | null = null, list: readonly string[] = []): Context =>
  contextAt('2026-11-20T17:00:00+08:00', { question, list });

describe('a word nothing was made of', () => {
  it.each([
    ['哪个会议室用得最多', '最多'],
    ['今年没有督查过的镇街有哪些', '没有'],
    ['今年超过3天的会议几场', '3'],
    ['今年收发文一共多少件', '收'],
    ['今年没有评价的来信多少', '没有'],
  ])('%s: %s is named', (text, word) => {
    const intent = readQuestion(text, context()) as unknown as AskIntent;
    expect(intent.trouble).toEqual({ because: 'unread', word });
  });
});

describe('all words used', () => {
  it.each([
    ['今年信访件里欠薪的有几件', 'letter.total {channel=petition; words=欠薪}, 2026-01-01..2026-11-21'],
    ['公文差错率', 'trouble: unknown'],
    ['今年超过50人的会议几场', 'meeting.total {attendees=>50}, 2026-01-01..2026-11-21'],
    ['今年发现问题不少于5个的督查几次', 'inspection.total {found=>=5}, 2026-01-01..2026-11-21'],
    ['今年100万元以上的请示几件', 'request.total {amount=>=1000000}, 2026-01-01..2026-11-21'],
    ['meetings with fewer than 20 attendees this year', 'meeting.total {attendees=<20}, 2026-01-01..2026-11-21'],
    ['今年督查发现的问题还有多少没整改', 'inspection.found and inspection.fixed, 2026-01-01..2026-11-21'],
    ['今年印发的文件里通知占多大比例', 'outgoing.issued {docType=通知} and outgoing.issued, 2026-01-01..2026-11-21'],
    ['去年各单位请示要的钱加起来多少', 'request.amount, 2025-01-01..2026-01-01'],
    ['去年督查按季度列一下', 'inspection.total, 2025-01-01..2026-01-01, by quarter'],
    ['联网计算机比去年底多了几台', 'indicator.growth {name=联网计算机}, 2026-01-01..2026-11-21'],
    ['今年会议取消了几场', 'meeting.total {status=cancelled}, 2026-01-01..2026-11-21'],
    ['今年延期的督办件几件', 'supervision.total {moved=extend}, 2026-01-01..2026-11-21'],
    ['今年会议除常务会外几场', 'meeting.total {not category=executive}, 2026-01-01..2026-11-21'],
    ['今年采购总额', 'logistics.amount {category=purchase}, 2026-01-01..2026-11-21'],
    ['今年1月2月3月会议各几场', 'meeting.total, 2026-01-01..2026-04-01, by month'],
    ['依申请公开今年收到几件答复几件', 'application.total and application.replied, 2026-01-01..2026-11-21'],
    ['今年参会人数最多的会议是哪场', 'meeting.attendees, 2026-01-01..2026-11-21, by no, top 1'],
    ['发文比收文多多少今年', 'outgoing.total and incoming.total, 2026-01-01..2026-11-21'],
    ['督办里来自领导批示的今年多少', 'supervision.total {source=instruction}, 2026-01-01..2026-11-21'],
    [
      'meetings this year compared with last year',
      'meeting.total, 2026-01-01..2026-11-21, against 2025-01-01..2025-11-21',
    ],
  ])('%s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });
});

describe('what is left out', () => {
  it.each([
    ['今年除了专题会议,别的会开了几场', 'meeting.total {not category=special}, 2026-01-01..2026-11-21'],
    ['今年除常务会议以外的会议几场', 'meeting.total {not category=executive}, 2026-01-01..2026-11-21'],
    ['今年专题会以外开了几场会', 'meeting.total {not category=special}, 2026-01-01..2026-11-21'],
    [
      '除了常务会和专题会,今年开了几场会',
      'meeting.total {not category=special; not category=executive}, 2026-01-01..2026-11-21',
    ],
    ['去年会议开了几场,取消的别算', 'meeting.total {not status=cancelled}, 2025-01-01..2026-01-01'],
    ['今年会议几场(不含取消)', 'meeting.total {not status=cancelled}, 2026-01-01..2026-11-21'],
    ['今年网站公开几条,政策文件不算', 'disclosure.total {channel=website; not column=policy}, 2026-01-01..2026-11-21'],
    ['除滨江街道外今年督查几次', 'inspection.total {not unit=滨江街道}, 2026-01-01..2026-11-21'],
    ['除了王区长,别的领导今年批了几条', 'instruction.total {not leader=王区长}, 2026-01-01..2026-11-21'],
    ['去年会议几场,大会堂的不算', 'meeting.total {not words=大会堂}, 2025-01-01..2026-01-01'],
    ['江城政务以外的内刊今年几期', 'bulletin.total {not words=江城政务}, 2026-01-01..2026-11-21'],
    ['去年督办除来自常务会外几件', 'supervision.total {not source=executive-meeting}, 2025-01-01..2026-01-01'],
    ['今年请示几件(剔除同意的)', 'request.total {not decision=approved}, 2026-01-01..2026-11-21'],
    ['前三季度后勤保障几次,车辆的不算', 'logistics.total {not category=vehicle}, 2026-01-01..2026-10-01'],
    ['inspections this year excluding covert ones', 'inspection.total {not mode=covert}, 2026-01-01..2026-11-21'],
    [
      'How many meetings other than special meetings in 2025?',
      'meeting.total {not category=special}, 2025-01-01..2026-01-01',
    ],
  ])('%s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });

  it('is never forgotten where nothing stands for it', () => {
    const intent = readQuestion('今年督办件扣除已办结的还有几件', context()) as unknown as AskIntent;
    expect(intent.trouble).toEqual({ because: 'unread', word: '扣除' });
  });
});

describe('a number that is nothing', () => {
  it.each([
    ['没发现问题的督查今年几次', 'inspection.total {found=<=0}, 2026-01-01..2026-11-21'],
    ['督查一个问题都没查出来的,今年几次', 'inspection.total {found=<=0}, 2026-01-01..2026-11-21'],
    ['今年零问题的督查几次', 'inspection.total {found=<=0}, 2026-01-01..2026-11-21'],
    ['今年查出问题的督查几次', 'inspection.total {found=>0}, 2026-01-01..2026-11-21'],
    ['How many inspections found no problems this year?', 'inspection.total {found=<=0}, 2026-01-01..2026-11-21'],
    ['今年督查有没有发现问题,几个', 'inspection.found, 2026-01-01..2026-11-21'],
  ])('%s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });
});

describe('what stands beside the figure', () => {
  it.each([
    ['金额20万以上的资金请示今年几件', 'request.total {matter=资金请示; amount=>=200000}, 2026-01-01..2026-11-21'],
    ['常务会交下来的督办今年几件', 'supervision.total {source=executive-meeting}, 2026-01-01..2026-11-21'],
    ['群众来信转成督办的今年几件', 'supervision.total {source=letter}, 2026-01-01..2026-11-21'],
    ['督查专报今年第3期有几篇文章', 'bulletin.articles {journal=督查专报; issueNo=3}, 2026-01-01..2026-11-21'],
    ['今年督查发现的问题整改掉多少个', 'inspection.fixed, 2026-01-01..2026-11-21'],
    ['overdue supervision items as of today', 'list supervision.overdue, any time'],
    ['食堂的后勤保障去年几次', 'logistics.total {category=canteen}, 2025-01-01..2026-01-01'],
    ['借调的人事变动去年几项', 'organization.total {change=seconded}, 2025-01-01..2026-01-01'],
    ['人事的请示今年有几件', 'request.total {matter=人事请示}, 2026-01-01..2026-11-21'],
    ['视频的会议今年几场', 'meeting.total {category=video}, 2026-01-01..2026-11-21'],
    ['延过期的督办今年几件', 'supervision.total {moved=extend}, 2026-01-01..2026-11-21'],
    ['去年来自专题会的督办几件', 'supervision.total {source=special-meeting}, 2025-01-01..2026-01-01'],
    ['今年值班应急报送多少次', 'duty.reports, 2026-01-01..2026-11-21'],
    ['今年关于防汛值守的批示几条', 'instruction.total {words=防汛值守}, 2026-01-01..2026-11-21'],
    ['去年超过20人的接待几批', 'reception.total {visitors=>20}, 2025-01-01..2026-01-01'],
    ['今年50人以上会议场次', 'meeting.total {attendees=>=50}, 2026-01-01..2026-11-21'],
    ['total volumes of archive consultations this year', 'archive.volumes, 2026-01-01..2026-11-21'],
    [
      'supervision items from the executive meeting in the first half of 2026',
      'supervision.total {source=executive-meeting}, 2026-01-01..2026-07-01',
    ],
    ['inspections with at least 5 problems in Q3 2025', 'inspection.total {found=>=5}, 2025-07-01..2025-10-01'],
    ['截至今天督办逾期几件', 'supervision.overdue, any time'],
  ])('%s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });
});

describe('words written by their sound', () => {
  it.each([
    ['今年政协题案办结多少件', 'proposal.closed {source=cppcc}, 2026-01-01..2026-11-21'],
    ['复议今年受里了几件', 'reconsideration.accepted, 2026-01-01..2026-11-21'],
    ['今年人大建意的办结率多少', 'proposal.closingRate {source=npc}, 2026-01-01..2026-11-21'],
  ])('%s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });
  it('leaves words as they are that are words of their own', () => {
    expect(soundingLike('主动公开政府信息', new Set([0, 1, 2, 3, 4, 5, 6, 7]))).toEqual([]);
  });
});

describe('the shortest ways to go on', () => {
  const last = readQuestion('今年督查几次', context());
  it.each(['为什么', '这个数怎么来的', '口径是什么', 'how was that calculated'])('%s explains the figure', (text) => {
    expect(readQuestion(text, context(last))).toMatchObject({ do: 'ask', explain: true });
  });
  it.each(['列出来', '明细', 'list them'])('%s lists the records', (text) => {
    expect(readQuestion(text, context(last))).toMatchObject({ do: 'find', kind: 'inspection' });
  });
  it('counts what was listed', () => {
    const list = readQuestion('哪些督办件逾期了', context());
    expect(readQuestion('how many', context(list))).toMatchObject({ do: 'ask' });
  });
  it.each([
    ['第2条什么情况', '督-2026-002'],
    ['the first one', '督-2026-001'],
  ])('%s shows that record', (text, no) => {
    expect(readQuestion(text, context(last, ['督-2026-001', '督-2026-002']))).toEqual({ do: 'show', no });
  });
  it('names what it did not use', () => {
    expect(readQuestion('其中最长的呢', context(last))).toMatchObject({ trouble: { because: 'unread' } });
  });
});
