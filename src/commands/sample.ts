/** `sample`: a fictitious district's year into an empty ledger, and out of it again. */
import { sampleYear } from '../sample/sample-year.ts';
import { addSample, isEmpty, removeSample, sampleSize } from '../store/sample.ts';
import { dayOf } from '../time/day.ts';
import { type Command, CommandError, option, printJson, printLine, UsageError } from './command.ts';
import { type OpenedOffice, withOffice } from './office.ts';

export const sample: Command = {
  name: 'sample',
  usage: '[--seed N] [--remove]',
  summary: 'puts a fictitious sample year into an empty ledger; --remove takes it out',
  options: { seed: { type: 'string' }, remove: { type: 'boolean' } },
  run(args) {
    const seed = Number(option(args, 'seed') ?? '1');
    if (!Number.isInteger(seed) || seed < 0) throw new UsageError('--seed takes a whole number from 0');
    return withOffice(args, (office) => {
      const records = args.values.remove === true ? remove(office) : load(office, seed);
      if (args.values.json) printJson({ records });
      else printLine(args.values.remove ? `已清除示例数据 ${records} 条` : `已装入示例数据 ${records} 条（虚构）`);
      return 0;
    });
  },
};

function load({ db, zone, clock }: OpenedOffice, seed: number): number {
  if (sampleSize(db) > 0) throw new CommandError('the sample is loaded already; take it out with --remove');
  if (!isEmpty(db)) throw new CommandError('the ledger holds records; a sample is only put into an empty one');
  const at = clock.now();
  const lines = sampleYear({ today: dayOf(at, zone), seed });
  return db.transaction((tx) => addSample(tx, lines, { by: 'sample', section: '', at, source: `seed-${seed}` }));
}

function remove({ db }: OpenedOffice): number {
  if (sampleSize(db) === 0) throw new CommandError('there is no sample in the ledger');
  return db.transaction((tx) => removeSample(tx));
}
