/** Words that only look like numbers, and characters that make a numeral a part of their word. */

/** Words that only look like numbers, tried where a numeral begins. */
export const notNumbers =
  /零(?:下|售|星|部件|距离|容忍|报告|突破|增长)|一(?:切|些|样|定|直|起|般|旦|致|向|律|并|带|体|同|再|贯|概|方面|边|面|线|把手|会儿|度|时间|共|行|经|心|举|改|流)|两(?:会|案|手|新|岸|院|高|用|委|江|难|极|类)|三(?:农|公|定|严|同时|亚|峡|明|资)|四(?:川|处|大班子|套班子)|五(?:角|花|指|金|谷)|六(?:安|合)|七(?:夕)|八(?:达|卦)|九(?:江|龙|寨|州)|十(?:分(?!之)|足|堰|字|四五|五五|三五)|百(?:姓|货|科|色|度|年|花|分点|分位)|千(?:秋|瓦|克|米|万(?=[别不要]))|万(?:一|科|能|分(?!之)|象|物|众)/y;
/** Characters that take the numeral after them into a word. */
export const wordBefore = /(?:[星期礼拜周万]|(?<!是)不)$/;
/** Before 一 more of them do: 统一, 之一; 系统四个 counts four. */
export const wordBeforeOne = /[统唯单同逐之专划]$/;
/** Before Arabic digits only these do: 工单17件 counts seventeen. */
export const weekBefore = /(?:星期|礼拜|周|万)$/;
