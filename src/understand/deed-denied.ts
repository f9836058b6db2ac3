/** A deed that is named only to say that it was not done (今天没发布政策文件, 系统还没上线), unless something else was told before it. */

const deeds =
  '公开|公示|发布|推送|刊登|更新|上传|挂网|挂出|上线|上网|上(?:专题|微)?党课|上课|讲(?:党)?课|升级|改造|改版|扩容|开通|开设|启用|投用|建成|安装|装|接通|联通|打通|接入|联网|' +
  '成立|挂牌|揭牌|组建|设立|更名|合并|并入|划转|到任|到岗|报到|入职|退休|调走|调离|调来|借调|抽调|采购|购置|购买|买|维修|检修|修|更换|换|派|安排|保障|组织|进行|提供|' +
  '完成|办理|处理|审核|审查|报备|出台|制定|制订|印发|修订|修改|废止|建立|健全|公布|协调|碰头|分解|下达|交办|转办|受理|评选|发展';
const denied = '没(?:有)?(?:能)?(?:再|正式)?|未(?:能)?(?:再|正式)?|尚未|并未';
const notDone = new RegExp(`(?:${denied})(?:${deeds})(?!过?(?:好|到位|齐|全|完|及时|规范|明确|上名|成为))`);
/** 一条也没公开, 一封都没收到: whatever was not done. */
const notOne = /一(?:台次|人次|[件条份封篇个场批次项起台堂期块辆趟笔班])(?:也|都)(?:还)?(?:没|未)/;
/** 今天不用开展志愿服务了: nobody does it. */
const needless = /(?:不用|不必|无需|用不着|没必要|没时间|没空|来不及|顾不上|不想)(?![说谢担客着急])/;
/** 党课还没上. */
const notYet = /还没(?:上|收到|接到|收)(?=$|[\s,。!])/;
/** 昨天系统没升级成; what was not agreed on is an outcome. */
const failed = /没(?![谈说商达形完协])(?:[\u4e00-\u9fff]{1,4})成(?=$|[\s,。了!])/;
/** What somebody found, wrote or ordered may well be that a thing was not done. */
const matter =
  /发现|查出|查到|[督检抽]查(?![科室组局管])|暗访|反[映馈]|投诉|举报|咨询|求助|建议|提案|批示|点评|批评|指出|通报|扣分|问题|短板|不足|自查|巡察|审计|考核|来信|信访(?![科局])|信箱|举报信|热线|12345|留言|来访|申请|答复|请示|复议|诉讼|因/;
/** 投诉件还没转办, 区长信箱还没开通: that itself waits. */
const itself =
  /^(?!.*(?:收到|接到|转来|来了)).*(?:[来访报诉询]信|(?<!条)件|工单|信箱|留言|来访|投诉|申请|咨询|求助)(?:今天|昨天|还|都|也|至今|暂时)*$/;
const counted = /(?:\d|[一两二三四五六七八九十])\s*(?:余|多)?\s*[件条份封篇个场批次项起台堂期块辆趟笔班名人家套]/;

/** Whether nothing is told but that a thing was not done. */
export function deniesDeed(text: string): boolean {
  if (!/[没未不无顾]/.test(text)) return false;
  const said = notOne.exec(text) ?? notDone.exec(text) ?? notYet.exec(text) ?? needless.exec(text) ?? failed.exec(text);
  if (!said) return false;
  const before = text.slice(0, said.index);
  if (counted.test(before)) return false;
  return said[0].startsWith('一')
    ? !/发现|查出|[督检抽]查(?![科室组局管])/.test(before)
    : itself.test(before) || !matter.test(before);
}
