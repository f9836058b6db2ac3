/** What never leaves the house: citizens' names, numbers by which they are found, and where they live. */
import { describe, expect, it } from 'vitest';
import { masked } from '../../../src/understand/second/masked.ts';

describe('personal data', () => {
  it.each([
    ['市民王秀英来电反映垃圾没人管 电话13812345678', ['王秀英', '13812345678']],
    ['张建国来信投诉噪音,身份证330102199001011234', ['张建国', '330102199001011234']],
    ['收到李四等5人来信 住幸福小区3幢2单元401室', ['李四', '3幢2单元401室']],
    ['业主浙A12345停车', ['浙A12345']],
    ['陈女士申请公开征地批文', ['陈女士']],
    ['原告刘强诉区政府', ['刘强']],
    ['申请人赵敏不服处罚', ['赵敏']],
    ['反映中山路188号油烟', ['中山路188号']],
    ['来文王卫东家门口的路灯坏了', ['王卫东']],
    ['联系人：周海涛 0571-87654321', ['周海涛', '0571-87654321']],
    ['卡号6222 0212 3456 7890 123', ['6222 0212 3456 7890']],
    ['邮箱 wang.xiuying@example.com', ['wang.xiuying@example.com']],
    ['We got a letter from Mr. John Smith about noise', ['John Smith']],
    ['去看了看王大爷家的老房子', ['王大爷']],
    ['李某某投诉', ['李某某']],
  ])('%s', (text, hidden) => {
    const { text: sent, restore } = masked(text);
    for (const part of hidden) expect(sent).not.toContain(part);
    expect(restore(sent)).toBe(text);
  });

  it.each([
    '王区长批示1条 给民政局',
    '孙副区长来信访局接访',
    '87号提案民政局答复了',
    '今天收文12件 办结3件',
    '政办发〔2026〕12号印发 送了20份',
    '上午去城东街道督查农村教育 看了4个点',
  ])('leaves leaders, units and figures: %s', (text) => {
    expect(masked(text).text).toBe(text);
  });

  it('hides the same name under the same mask, and lets nobody bring masks of his own', () => {
    const { text } = masked('市民王秀英来信,〖人1〗又说 王秀英来电');
    expect(text).toBe('市民〖人1〗来信,人1又说 〖人1〗来电');
  });
});
