/** Days only the office knows: its terms, sessions, events and school years, as its settings give them. */
import { expect, it } from 'vitest';
import { officeSettingFault, timeSettings } from '../../src/store/office-settings.ts';
import { saveSetting } from '../../src/store/people.ts';
import { testOffice } from '../support/fixed.ts';
import { contextAt, hear } from './heard.ts';

const settings = {
  terms: ['2021-12-28..2026-12-27'],
  sessions: ['2025-01-06..2025-01-10', '2026-01-12..2026-01-16'],
  events: { 机构改革: '2019-01-15' },
  schoolYear: '08-25',
};

function officeContext() {
  const { db } = testOffice();
  for (const [name, value] of Object.entries(settings)) {
    expect(officeSettingFault(name, value)).toBeNull();
    saveSetting(db, name, value);
  }
  return contextAt('2026-11-20T17:30:00+08:00', { times: timeSettings(db) });
}

it.each([
  ['本届以来承办提案多少件', '2021-12-28', '2026-11-21'],
  ['两会期间接待多少批', '2026-01-12', '2026-01-17'],
  ['去年两会接待多少批', '2025-01-06', '2025-01-11'],
  ['机构改革以来督查多少次', '2019-01-15', '2026-11-21'],
  ['本学年督查几次', '2026-08-25', '2026-11-21'],
])('%s', (text, from, to) => {
  expect(hear(text, officeContext())).toMatchObject([{ do: 'ask', period: { from, to } }]);
});

it('refuses days no calendar has', () => {
  expect(officeSettingFault('terms', ['someday'])).toContain('terms');
  expect(officeSettingFault('schoolYear', '13-01')).toContain('schoolYear');
  expect(officeSettingFault('events', { 机构改革: '2019' })).toContain('events');
});
