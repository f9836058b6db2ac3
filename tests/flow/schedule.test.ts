/** The digest: to every leader once a workday at half past eight, whatever the timers do. */
import { expect, it } from 'vitest';
import { savePerson } from '../../src/store/people.ts';
import { at, testOffice } from '../support/fixed.ts';

it('reaches each leader exactly once a workday in a fortnight with a holiday and a make-up Saturday', async () => {
  const office = testOffice('2026-09-28 00:00');
  for (const name of ['周区长', '吴副区长']) savePerson(office.db, name, { name, role: 'leader' });
  savePerson(office.db, '李梅', { name: '李梅', role: 'clerk' });
  const start = at('2026-09-28 00:00').getTime();
  for (let hour = 0; hour < 14 * 24; hour += 0.5) {
    office.clock.at = new Date(start + hour * 3_600_000);
    await office.office.tick();
    await office.office.tick();
  }
  const keys = office.shown.map((one) => one.key);
  // 28 to 30 September; 1 to 7 October are holidays; 8, 9 and Saturday the 10th are worked.
  const days = ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'];
  expect(keys.sort()).toEqual(
    days.flatMap((day) => ['吴副区长', '周区长'].map((name) => `digest:${name}:${day}`)).sort(),
  );
});
