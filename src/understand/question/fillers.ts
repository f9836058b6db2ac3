/** Words of a question that carry no condition; what remains besides them is a condition that was not understood. */
import { allMatches } from '../../time/all-matches.ts';
import { matcher, type Span } from './places.ts';

const chinese =
  '数一数 数一下 点一下 报一报 理一下 捋一下 摸一下 交下来 交下来的 交办下来 交办下来的 派下来 派下来的 转下来 转下来的 实打实 实打实地 实实在在 掉了 掉多少 掉几 新增 新收 新立 公文 红头文件 哪家 是哪家 而且 并且 办案 审案 走访 跑了 看了 什么时候 何时 哪天 时候 下面 下头 底下 案子 反馈里 没答 没复 没批 没回 没结 未答 未复 未批 未回 单笔 单次 一次 一笔 一场 一件 一篇 一条 干部 不服 说下 问下 算下 报下 数下 列下 统下 瞧下 眼下 如今 现今 咋样 咋 啥 手上 手头 提供 最新 围绕 通过 处置 对象 报上 报上去 要的钱 的钱 钱款 资金 都有 干了 干了啥 做了啥 只看 光看 单看 换成 改成 改为 换作 来着 到底是 搞过 搞了几 收着 呀 上面 大伙 大致 未办 没办 发现 交办 调出 主办 会办 承办 协办 牵头 独办 级别 级 信息 政府信息 审理 办理 处理 时长 天数 中位数 用时 请问 问一下 帮我 帮忙 麻烦 给我 告诉我 我想知道 想知道 想问 想看 查一下 查下 查查 查一查 看一下 看下 看看 看一看 统计一下 统计下 统计 列一下 列下 列出 列个 列 拉一下 汇总一下 汇总 算一下 算算 分一下 分下 说一下 数一下 数数 报一下 一下 一共 总共 共计 总计 合计 累计 总数 总量 总额 总的 总 共 全部 所有 目前 现在 当前 迄今 至今 到现在 为止 截至 截止 已经 已 曾 曾经 刚刚 一直 多少 几个 几 多 少 数量 次数 件数 条数 个数 数目 数字 数据 情况 怎么样 怎样 如何 是多少 是什么 什么 有没有 是不是 是否 有 没有 没 还 还有 还剩 剩 剩下 是 吗 嘛 么 呢 啊 呀 哦 吧 哈 哎 嗯 呃 那个 那么 那 这个 这 了 的 地 得 过 着 里面 里头 里 中 其中 内 之间 期间 以来 来 去 到 从 由 被 把 给 对 在 于 和 与 跟 及 或 或者 还是 以及 并 也 都 就 才 只 又 再 比 较 占 我们 咱们 咱 我 你 你们 他们 本区 全区 我区 区里 区 本级 全县 县里 我办 本办 全办 办公室 政府办 府办 单位 部门 机关 各 每 分别 分 按 项目 个 件 次 条 篇 期 场 批 份 项 卷 封 位 名 人 家 台 块 元 天 日 号 场次 批次 人次 人数 件次 篇次 张 只 起 宗 趟 轮 届 户 处 分钟 大概 大约 左右 差不多 具体 到底 究竟 实际 真正 新 老 做 做了 搞 搞了 弄 干 办 办了 开 开了 开过 开展 开展了 召开 召开了 举行 举办 组织 组织了 完成了 发 发了 出 出了 收 收了 收到 收到了 接 接了 接到 接了 接待 报 报了 报来 报的 报上来 提 提了 提出 提出的 交 交了 转 转了 写 写了 来自 来的 作出 作 作了 做出 下 下了 签 签了 记 记了 登记 登记了 涉及 关于 有关 相关 属于 类 类的 方面 方面的 问题 事情 事 事项 工作 内容 活动 公里 百分之 百分点 个百分点 比例 率 占比 率是 多大 多高 多长 多长时间 多久 时间 用了 花了 花费 花费了 获得 取得 适用 查出 查处 参加 出刊 用 要 需要 需 应 该 应该 可以 能 会 呗 咯 哪些 哪个 哪几 哪 谁 为 为主 等 第 年度 本年度 全年 当年 本年 年 月 月份 季度 周 明细 清单 名单 列表 表 图 结果 数是 个数 的话 呢? 至 以上 以下 起 加 相加 加起来 之和 总和 合起来 一起 平均 平均每 均 每个 每篇 每场 每次 每批 每件 每家 每台 领导们 同志 大家 情况怎么样 情况如何 件事 上 下来 上来 方式 途径 数 条数 了几 了多少 到底有'.split(
    ' ',
  );
const english =
  "reached reach high host hosts took taking via exactly altogether turn turned turns saw see seen ended end ending drawn drew draw cost costs cause caused arise arose stem stemmed arising account accounted proactive break breakdown broken split among amongst administrative officials official matters matter journals journal wise altogether's according situation far status how many much long often the of in for by is are was were be been being do does did we have has had there number numbers count counts total totals overall altogether sum what what's whats which who please show me tell give list us our ours so far up now currently present today to date on at a an and or with from all any this that these those it its their they he she i you can could would per share percentage percent rate figure figures statistics stats data about around did get got made make held hold handled handle received receive issued came come went go took take place been did done record records recorded registered logged item items case cases piece pieces time times people as out still yet already only just also too during over within between until till since office district government local bureau each every one ones more fewer less than compared compare vs versus against same period year years month months quarter quarters week weeks day days ytd average mean breakdown split grouped group ordered rank ranking ranked most least highest lowest top both together combined plus add added if not no kind kinds type types sort sorts many of's s re amount size level levels new median class session sessions co led lead leads lost win won end ends beginning start there're were had under into where when will be how's before previous after earlier find finds found consult consulted consulting print printed write wrote written send sent use used spend spent ask asked asks raise raised attend attended visit visited visits produce produced provide provided organise organised organize organized conduct conducted carry carried pay paid look looked check checked read written publish published open opened finish finished complete completed resolve resolved deal dealt bring brought put set sets want know need needs concerning regarding related were by's proactively broken down them through via leader leaders given give gives submitted".split(
    ' ',
  );

const isLong = (word: string) => word.length > 1;
const filler = matcher([...chinese.filter(isLong), ...english].map((word) => [word, true] as const));
/** Particles and measure words fall away at the edge of what is left; a verb only where nothing else is (重办 is no 办). */
const edges = new Set(
  '的了吗嘛么呢啊呀哦吧哈哎嗯呃咯呗啦哒喽哟呐噢喔唉诶欸嘞唷那这得过着里中内来去到从由被把给对在于和与跟及或并也都就才只又再比占我咱你各每分按是有还剩共总已曾多少几年月周天日号个件次条篇场批份项卷封位名人家台块元张起宗趟轮为等第至类',
);
/** A verb before 了多少, an English verb form: neither narrows anything. */
const verbs =
  /(?<![\u4e00-\u9fff])(?![退撤拒驳废删漏错缺])[\u4e00-\u9fff](?:了|过)(?=多少|几)|\b(?:being|having|getting|going|coming|starting|ending|beginning|making|taking|doing|covering|involving|including|regarding|concerning|relating|related|based|sorted|counted|recorded|registered|logged|listed|received|issued|held|handled|handling|sent|organi[sz]ed|conducted|carried|hosted|hosting|produced|provided|compiled|published|reported|prepared|processed|processing|dealing|noted|entered|filed|completed|finished|resolved|collected|raised|used|paid|printed|running|taken|made|given|written|done|accompanying|arranged|arranging|fielded|fielding|served|serving|happened|occurred|called|named|leading|scored|scoring|remaining|waiting|awaiting|existing|left)\b/g;
/** Made of characters that fall away alone, but a word of its own. */
const wholeWords = /人事|(?<![几多少两\d])个人(?![次数])|法人|老人/g;
const noise = /[\s\d\p{P}\p{S}\u0001]+/gu;

/** A verb of one character that turns a count into another one (退了几件) is never let pass. */
const contrary = new Set('退撤拒驳废删漏错缺');

/** Characters that end nouns as often as they stand alone: 土地, 人事, 国家. */
const nounEnds = new Set('地事家人户');

/** 土地类: one character is left of a word whose other one may stand alone. */
function widened(rest: string, { start, end }: Span): [number, number] {
  const wider = nounEnds.has(rest[end] ?? '') || (contrary.has(rest[start] ?? '') && rest[end] === '了');
  return [start, wider ? end + 1 : end];
}

/** Whether a word tells nothing by itself. */
export function isFiller(word: string): boolean {
  return filler.find(word).some((hit) => hit.start === 0 && hit.end === word.length);
}

/** Places of the Chinese characters that are part of no filler word. */
export function openPlaces(rest: string): Set<number> {
  const open = new Set<number>();
  for (const match of rest.matchAll(/[\u4e00-\u9fff]/g)) open.add(match.index);
  for (const hit of filler.find(rest)) for (let at = hit.start; at < hit.end; at += 1) open.delete(at);
  return open;
}

/** The pieces of the text that nothing explains, with the places they stand at; single characters are let pass. */
export function leftovers(rest: string): { word: string; span: Span }[] {
  const chars = rest.split('');
  for (const hit of filler.find(rest)) {
    // 开了几次会, but 公开了几次.
    if (rest[hit.start] === '开' && rest[hit.start - 1] === '公') continue;
    for (let at = hit.start; at < hit.end; at += 1) chars[at] = '\u0002';
  }
  const kept = allMatches(wholeWords, rest).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const { start, end } of kept) for (let at = start; at < end; at += 1) chars[at] = rest[at]!;
  for (const hit of chars.join('').matchAll(verbs))
    for (let at = hit.index; at < hit.index + hit[0].length; at += 1) chars[at] = '\u0002';
  const bare = chars.join('').replace(noise, (part) => '\u0001'.repeat(part.length));
  return [...bare.matchAll(/[^\u0001\u0002]+/g)]
    .map((match) => {
      let [start, end] = [match.index, match.index + match[0].length];
      const whole = kept.find((one) => one.start < end && start < one.end);
      if (whole) return { word: rest.slice(whole.start, whole.end), span: whole };
      // 几张, but 张三 is somebody.
      while (start < end && edges.has(rest[start]!) && (rest[start] !== '张' || /[几少\d]/.test(rest[start - 1] ?? '')))
        start += 1;
      while (end > start && edges.has(rest[end - 1]!)) end -= 1;
      // 江城政务编了几期: the verb before 了 belongs to the sentence.
      if (end - start > 2 && /[了过]/.test(rest[end] ?? '') && /[\u4e00-\u9fff]/.test(rest[end - 1]!)) end -= 1;
      // 多少期是江城政务的.
      if (end - start > 3 && /^[件次条篇期场批份项卷封个]是/.test(rest.slice(start, end))) start += 2;
      // 在大会堂开的会.
      if (end - start > 2 && /[开办]/.test(rest[end - 1]!) && rest[end] === '的') end -= 1;
      if (end - start === 1) [start, end] = widened(rest, { start, end });
      return { word: rest.slice(start, end), span: { start, end } };
    })
    .filter(({ word }) => word.length > 1);
}
