/** The templates of the sections the public looks at: proposals, law and openness, party and honors. */
import { bodiesClause, rulesSentence } from './passage-parts.ts';
import { around, list, parts, passage, sentence, type Words } from './phrase.ts';

export function proposals(words: Words): string {
  const both = [words.fact('npc'), words.fact('cppcc')].filter((token): token is string => token !== undefined);
  const closing = words.value('closingRate');
  const rest = words.value('returnRate');
  const contacts = words.name('contacts');
  const dissatisfied = words.fact('dissatisfied');
  return passage(
    sentence(bodiesClause(words)),
    rulesSentence(words),
    sentence(
      around(
        '组织承办单位采取',
        list(contacts, 4),
        `${contacts.length > 1 ? '等' : '的'}方式，加强与人大代表、政协委员的联系沟通`,
      ),
    ),
    sentence(
      around(`${words.term}区政府系统共承办`, list(both)),
      around('其中', words.fact('keyItems')),
      closing && closing.value < 100 ? words.fact('closed') : undefined,
      words.fact('closingRate'),
      words.fact('satisfaction'),
      // A satisfaction rate without the share of feedback behind it says too much.
      words.value('satisfaction') && rest && rest.value < 100 ? words.fact('returnRate') : undefined,
    ),
    sentence(around('按答复结果分，', parts(words.facts('classes')))),
    sentence(around('反馈意见中', dissatisfied)),
  );
}

export function law(words: Words): string {
  const { term } = words;
  const channels = words.facts('channels');
  const isWhole = words.value('channels')?.value === words.value('letters')?.value;
  const volumes = [words.fact('volumes'), words.fact('archiveItems')].filter(
    (token): token is string => token !== undefined,
  );
  return passage(
    sentence(bodiesClause(words)),
    sentence(
      around('推进依法行政，出台', words.fact('regulations')),
      around('包括', list(words.name('regulationTitles'), 6)),
    ),
    rulesSentence(words),
    sentence(
      around(`履行行政复议职责，${term}受理`, words.fact('accepted')),
      around('主要涉及', list(words.name('areas'))),
      around('复议案件', words.fact('decided')),
    ),
    sentence(around('办理', list([words.fact('rulings'), words.fact('litigation')].filter(isToken)))),
    sentence(
      around('做好档案工作，开展', list(words.name('archiving'), 5)),
      words.fact('pages'),
      around(`${term}查阅`, list(volumes)),
      words.fact('readers'),
    ),
    sentence(
      around('推进政务公开，开设', list(words.name('columnsOnline'), 6, '栏目')),
      around('建设', list(words.name('sitesOnline'), 4)),
      around('完成', list(words.name('sitesRevamped'), 4)),
      around('启用', list(words.name('devices'), 6)),
    ),
    sentence(around('公开', words.fact('disclosed')), around('其中', parts(words.facts('columns')))),
    sentence(around('受理', words.fact('applications')), words.fact('applicationsReplied')),
    sentence(
      around('收到', channels.length === 1 && isWhole ? channels[0] : words.fact('letters')),
      around('其中', parts(channels)),
      words.fact('lettersClosed'),
    ),
  );
}

export function party(words: Words): string {
  const streaks = words.facts('streaks');
  const honors = words
    .name('streakHonors')
    .flatMap((name, index) => (streaks[index] ? [`${streaks[index]}${name}`] : []));
  return passage(
    sentence(around(`加强党的建设，${words.term}开展`, words.fact('activities')), words.fact('members')),
    sentence(
      around('组织学习', list(words.name('studies'), 6)),
      around('开展', list(words.name('activities'), 7, '活动')),
      around('抓好', list(words.name('carriers'), 5, '工作')),
    ),
    rulesSentence(words),
    sentence(bodiesClause(words)),
    sentence(...words.name('honors').slice(0, 8), ...honors),
  );
}

function isToken(token: string | undefined): token is string {
  return token !== undefined;
}
