/** Slips of a phonetic keyboard are mended where what was typed is no word, and nothing that is right is touched. */
import { describe, expect, it } from 'vitest';
import { mendSlips } from '../../src/understand/slips.ts';
import { entriesOf, hear } from './heard.ts';

describe('mendSlips', () => {
  it.each([
    ['政协题案45号 民政局主办', '政协提案45号 民政局主办'],
    ['领导批式3条', '领导批示3条'],
    ['民证局送来一份', '民政局送来一份'],
    ['行政富议受理一件', '行政复议受理一件'],
    ['网站公凯政策文件3条', '网站公开政策文件3条'],
    ['查当3人12卷', '查档3人12卷'],
    ['区长信相7封', '区长信箱7封'],
    ['培迅一场85人', '培训一场85人'],
    ['江城政务弟58期', '江城政务第58期'],
  ])('%s', (typed, meant) => {
    expect(mendSlips(typed)).toBe(meant);
  });

  it.each([
    '住建局牵头改造公厕',
    '教体局独办',
    '这件事有结果了',
    '行政复议申请3件 涉及征地',
    '给各镇街发了通知',
    '机要员送来两份',
    '回忆录整理好了',
    '督查河道 看了4个点',
    'Received 3 documents today',
  ])('leaves alone: %s', (text) => {
    expect(mendSlips(text)).toBe(text);
  });

  it('is used before a message is read', () => {
    expect(entriesOf(hear('今天培迅一场 85人参加'))).toMatchObject([{ kind: 'training', fields: { attendees: 85 } }]);
    expect(entriesOf(hear('收纹12件'))).toMatchObject([{ kind: 'incoming', quantity: 12 }]);
  });
});
