/** What records are called by: the matter in the message's own words, without scraps of what was done. */
import { describe, expect, it } from 'vitest';
import { entriesOf, hear } from './heard.ts';

describe('titles of Chinese messages', () => {
  it.each([
    ['登记建议1件:代表陈建华领衔,内容是恢复城东早市', '恢复城东早市'],
    ['今年第五起行政裁决,荒山边界争议,刚受理', '荒山边界争议'],
    ['把三张证明公开了,网站上', '三张证明'],
    ['例行督查 夜市秩序 转了3条街 没发现问题', '夜市秩序'],
    ['保密工作专项督查 查了6个科室 问题1个', '保密工作'],
    ['在荷塘社区办了档案展览', '在荷塘社区办了档案展览'],
    ['受理一起行政复议,申请人不服市监局罚款', '申请人不服市监局罚款'],
    ['差旅管理办法改了一版,正式执行', '差旅管理办法'],
    ['有位市民在窗口提了公开申请,想看桥梁检测报告', '桥梁检测报告'],
    ['自查发现归档拖沓 材料不全', '归档拖沓 材料不全'],
    ['周副区长在我办上报的养老信息上作了批示', '养老信息'],
    ['老百姓来电反映井盖缺失 12345派单给城管局', '井盖缺失'],
    ['改革工作简报出刊 总第33期', '改革工作'],
  ])('%s → %s', (text, title) => {
    expect(entriesOf(hear(text))[0]?.title).toBe(title);
  });

  it.each(['废止规范性文件4件', '应诉案件结案3件 胜诉2件', '今天接待查档9人次,调卷31卷'])(
    '%s: no title of scraps',
    (text) => {
      expect(entriesOf(hear(text))[0]?.title).toBeUndefined();
    },
  );
});
