/** Money that is asked for of records that tell none (公务接待费多少): it is said to be missing, never answered with a number of pieces. */
import { allMatches } from '../../time/all-matches.ts';
import type { FigureAsked } from './figure-asked.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import { asksMoney, money, moneyWords } from './money-words.ts';

const noun = new RegExp(
  `(?:活动|方面|上面|的|用)*(?:${money})|\\s+(?:costs?|spending|expenses?|expenditure|budget)\\b`,
  'g',
);

/** The kind whose money is asked for though it tells none; undefined where the figures are of money, or none is asked for. */
export function moneyless(
  frame: Frame,
  figures: readonly FigureAsked[],
  readings: readonly KindReading[],
): KindReading | undefined {
  if (!asksMoney(frame.text)) return undefined;
  const owner = ownerOf(frame.text, readings);
  if (owner && !tellsMoney(owner)) return owner;
  const paid = readings.find((reading) =>
    figures.some(({ figure, measure }) => figure.kind === reading.words.kind.id && measure.unit.zh === '元'),
  );
  const other = readings.find((reading) => reading.sure && !tellsMoney(reading));
  // 督查花了多少经费: only the word for money leads to those who record it.
  if (paid && other && paid.tokens.every((token) => token.word.length > 0 && moneyWords.test(token.word))) return other;
  if (figures.some(({ measure }) => measure.unit.zh === '元')) return undefined;
  const named = readings.find((reading) => figures.some(({ figure }) => figure.kind === reading.words.kind.id));
  return named && !tellsMoney(named) ? named : undefined;
}

/** 会议费, 接待的费用: the kind that stands right before the money. */
function ownerOf(text: string, readings: readonly KindReading[]): KindReading | undefined {
  const places = allMatches(noun, text).map(({ index, 0: said }) => ({ start: index, end: index + said.length }));
  return readings.find((reading) =>
    reading.tokens.some(
      (token) =>
        token.value.some((sense) => sense.is === 'kind') &&
        places.some(({ start, end }) => token.end <= end && (token.end === start || token.end === start + 1)),
    ),
  );
}

function tellsMoney({ words }: KindReading): boolean {
  return Object.values(words.kind.measures).some(({ unit }) => unit.zh === '元');
}
