/** Sentences several sections share: the rules made and the bodies founded in their field. */
import { around, list, sentence, type Words } from './phrase.ts';

/** Rules and mechanisms of the section's field. */
export function rulesSentence(words: Words): string | undefined {
  return sentence(
    around('制定出台', list(words.name('rulesMade'), 6, '制度')),
    around('建立', list(words.name('mechanisms'), 6)),
    around('修订', list(words.name('rulesRevised'), 6)),
    around('废止', list(words.name('rulesRepealed'), 6)),
  );
}

export function bodiesClause(words: Words): string | undefined {
  const clauses = [
    around('设立', list(words.name('bodiesFounded'))),
    around('完成', list(words.name('bodiesRenamed')), '更名'),
    around('完成', list(words.name('bodiesMerged')), '机构调整'),
    around('完成', list(words.name('bodiesMoved')), '职责划转'),
  ].filter(Boolean);
  return clauses.length > 0 ? clauses.join('，') : undefined;
}
