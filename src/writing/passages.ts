/** The template of each section: true prose out of the fact sheet, with tokens where figures and names belong. */
import { bodiesClause, rulesSentence } from './passage-parts.ts';
import { law, party, proposals } from './passages-public.ts';
import { around, list, parts, passage, sentence, type Words } from './phrase.ts';
import type { SectionId } from './section-plan.ts';

/** What an empty section says. */
export const nothing = '本期无相关记录。';

/** The skeleton of a section. */
export function template(id: SectionId, words: Words): string {
  return templates[id](words) || nothing;
}

const templates: Readonly<Record<SectionId, (words: Words) => string>> = {
  opening,
  advice,
  supervision,
  documents,
  logistics,
  proposals,
  law,
  party,
  shortcomings,
  plans,
};

function opening(words: Words): string {
  const campaigns = list(words.name('campaigns'), 4);
  if (!campaigns) return `现将${words.label}办公室台账所载工作情况总结如下：`;
  return `${words.label}，办公室在区委、区政府的领导下，围绕${campaigns}，认真做好参谋助手、督促检查、综合协调和服务保障各项工作。现将有关情况总结如下：`;
}

function advice(words: Words): string {
  const { term } = words;
  const journals = words.facts('journals');
  const issues = journals.length > 0 ? list(journals) : words.fact('issues');
  const adopted = words.value('adopted');
  const submitted = words.value('submitted');
  const reported = submitted && submitted.value !== adopted?.value ? words.fact('submitted') : undefined;
  const research = words.value('research');
  return passage(
    sentence(around(`积极发挥参谋助手作用，${term}编发`, issues)),
    sentence(
      around('注重信息报送工作，报送', reported),
      around(reported ? '录用' : '注重信息报送工作，上报并被录用', adopted && words.fact('adopted')),
      around('其中', parts(words.facts('categories'))),
      words.fact('score'),
    ),
    sentence(around('上级领导作出', words.fact('upperInstructions'))),
    sentence(
      around('深入调研，完成', research && research.value > 1 ? words.fact('research') : undefined),
      around('参与编制', list(words.name('plansJoined'), 4)),
      around('起草', list(words.name('drafted'), 5, '文稿')),
    ),
    sentence(around('加强与', list(words.name('sisterOffices'), 6), '的沟通，互通情况')),
    rulesSentence(words),
  );
}

function supervision(words: Words): string {
  const { term } = words;
  return passage(
    sentence(bodiesClause(words), list(words.name('seconded'))),
    rulesSentence(words),
    sentence(
      around(`${term}开展`, words.fact('inspections')),
      around('内容涉及', list(words.name('topics'), 10, '方面')),
      around('督查中发现', words.fact('found')),
      around('已整改', words.fact('fixed')),
    ),
    sentence(around('加强督办，立项办理', words.fact('items')), words.fact('itemsClosed'), words.fact('itemsRate')),
    sentence(around('抓好任务落实，推进', words.fact('tasks')), words.fact('tasksClosed')),
    sentence(around('办理区领导', words.fact('instructions'))),
    sentence(around('做好请示事项呈批，办理基层和部门', words.fact('requests')), words.fact('requestsReplied')),
    sentence(around('做好各方协调，办理部门间', words.fact('coordination')), around('其中', words.fact('agreed'))),
    sentence(around('做好值班工作，完成', words.fact('duty'))),
  );
}

function documents(words: Words): string {
  const { term } = words;
  const topics = list(words.name('trainingTopics'), 5);
  return passage(
    sentence(bodiesClause(words)),
    rulesSentence(words),
    sentence(around(`规范办文程序，${term}印发`, words.fact('issued')), around('收到并办理', words.fact('received'))),
    sentence(around('加强业务指导，组织', words.fact('trainings')), words.fact('trained'), around('内容包括', topics)),
    sentence(
      around('推进电子政务建设，建设', list(words.name('networks'))),
      around('', list(words.name('connected')), '实现联网'),
      around('', list(words.name('systemsOnline')), '上线运行'),
      around('完成', list(words.name('systemsRevamped'))),
    ),
    sentence(around('截至期末，', list(words.facts('stocks')))),
  );
}

function logistics(words: Words): string {
  const { term } = words;
  return passage(
    sentence(bodiesClause(words)),
    rulesSentence(words),
    sentence(around(`做好办会工作，${term}保障`, words.fact('meetings')), words.fact('attendees')),
    sentence(
      around('做好接待工作，完成', words.fact('receptions')),
      around('接待', words.fact('visitors')),
      around('其中', parts(words.facts('visitLevels'))),
      around('友好城区来访包括', list(words.name('cities'), 5)),
    ),
    sentence(around(`加强机关事务管理，${term}`, list([...words.facts('services'), ...words.facts('meals')]))),
  );
}

function shortcomings(words: Words): string {
  return numbered('对照工作要求，还存在一些不足：', words.name('shortcomings'));
}

function plans(words: Words): string {
  return numbered('下一步，重点抓好以下工作：', words.name('plans'));
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** As many items as are recorded, never one more. */
function numbered(lead: string, tokens: readonly string[]): string {
  if (tokens.length === 0) return '';
  if (tokens.length === 1) return `${lead}${tokens[0]}。`;
  const items = tokens.slice(0, ordinals.length).map((token, index) => `${ordinals[index]}是${token}`);
  return `${lead}${items.join('；')}。`;
}
