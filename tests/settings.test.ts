/** Settings: every fault at once with its mend, secrets never repeated, defaults as documented. */
import { describe, expect, it } from 'vitest';
import { isLoopback, readSettings, settingsTable } from '../src/settings.ts';

function faultsOf(environment: Record<string, string>): string[] {
  const read = readSettings(environment);
  return 'faults' in read ? read.faults : [];
}

function settingsOf(environment: Record<string, string>) {
  const read = readSettings(environment);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.settings;
}

describe('settings', () => {
  it('need nothing', () => {
    expect(settingsOf({})).toMatchObject({
      PORT: 8787,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      TAIZHANG_OFFICE: 'default',
      TZ_OFFICE: 'Asia/Shanghai',
      LARK_DOMAIN: 'feishu',
      LARK_MODE: 'webhook',
      CONSOLE: 'on',
      LOG_LEVEL: 'info',
    });
  });

  it('take an empty value for none', () => {
    expect(settingsOf({ PORT: '', LARK_APP_ID: ' ', OPENAI_API_KEY: '' }).PORT).toBe(8787);
  });

  it('close the page once Feishu speaks, unless it is asked for', () => {
    const lark = { LARK_APP_ID: 'cli_1', LARK_APP_SECRET: 's' };
    expect(settingsOf(lark).CONSOLE).toBe('off');
    expect(settingsOf({ ...lark, CONSOLE: 'on' }).CONSOLE).toBe('on');
  });

  it.each([
    [{ PORT: '99999' }, 'PORT=99999'],
    [{ PORT: '80a' }, 'PORT=80a'],
    [{ TAIZHANG_OFFICE: '江城' }, 'TAIZHANG_OFFICE'],
    [{ TZ_OFFICE: 'Mars/Olympus' }, 'TZ_OFFICE=Mars/Olympus'],
    [{ LARK_APP_ID: 'cli_1' }, 'LARK_APP_SECRET is missing'],
    [{ LARK_APP_SECRET: 's' }, 'LARK_APP_ID is missing'],
    [{ LARK_ENCRYPT_KEY: 'k' }, 'LARK_ENCRYPT_KEY stands alone'],
    [{ LARK_DOMAIN: 'slack' }, 'LARK_DOMAIN=slack: give feishu, lark or a base URL'],
    [{ LARK_MODE: 'poll' }, 'LARK_MODE=poll'],
    [{ LARK_MODE: 'websocket' }, 'LARK_MODE=websocket: give LARK_APP_ID'],
    [{ OPENAI_MODEL: 'm' }, 'OPENAI_MODEL stands alone'],
    [{ OPENAI_API_KEY: 'k' }, 'OPENAI_MODEL is missing'],
    [{ OPENAI_BASE_URL: 'localhost:8000', OPENAI_MODEL: 'm' }, 'OPENAI_BASE_URL=localhost:8000'],
    [{ CONSOLE: 'yes' }, 'CONSOLE=yes: give on or off'],
    [{ HOST: '0.0.0.0' }, 'CONSOLE_TOKEN is missing'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud'],
  ])('%o is told with its mend', (environment, start) => {
    const faults = faultsOf(environment as Record<string, string>);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(start);
    expect(faults[0]).toMatch(/: .+/);
  });

  it('tell all faults at once', () => {
    expect(
      faultsOf({ PORT: 'x', LARK_APP_ID: 'cli_1', LARK_DOMAIN: 'y', HOST: '0.0.0.0', CONSOLE: 'on' }),
    ).toHaveLength(4);
  });

  it('never repeat a secret', () => {
    expect(faultsOf({ CONSOLE_TOKEN: 'open sesame', LARK_APP_SECRET: 'hush' }).join()).not.toMatch(/sesame|hush/);
  });

  it.each(['https://open.example.gov.cn', 'http://127.0.0.1:9000', 'lark'])('speak to %s', (domain) => {
    expect(settingsOf({ LARK_DOMAIN: domain }).LARK_DOMAIN).toBe(domain);
  });

  it('know which hosts are this machine', () => {
    expect(['127.0.0.1', '127.3.2.1', 'localhost', '::1', '[::1]'].map(isLoopback)).toEqual(Array(5).fill(true));
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.com'].map(isLoopback)).toEqual(Array(4).fill(false));
  });

  it('are all described', () => {
    for (const { name, standard, meaning } of settingsTable) {
      expect(meaning, name).not.toBe('');
      expect(standard, name).not.toBe('');
    }
    expect(settingsTable.map((one) => one.name)).toContain('CONSOLE_TOKEN');
  });
});
