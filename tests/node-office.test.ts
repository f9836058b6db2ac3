import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { keepStatements } from '../src/node-office.ts';

describe('kept statements', () => {
  const opened = () => {
    const sqlite = new Database(':memory:');
    sqlite.exec("create table words (word text); insert into words values ('提案'), ('建议')");
    keepStatements(sqlite);
    return sqlite;
  };

  it('are prepared once', () => {
    const sqlite = opened();
    expect(sqlite.prepare('select word from words')).toBe(sqlite.prepare('select word from words'));
  });

  it('give objects to who asks next, though the one before wanted rows', () => {
    const sqlite = opened();
    expect(sqlite.prepare('select word from words').raw().all()).toEqual([['提案'], ['建议']]);
    expect(sqlite.prepare('select word from words').all()).toEqual([{ word: '提案' }, { word: '建议' }]);
  });

  it('know a column that was added since', () => {
    const sqlite = opened();
    sqlite.prepare('select * from words').all();
    sqlite.exec("alter table words add column lang text default 'zh'");
    expect(sqlite.prepare('select * from words').all()[0]).toEqual({ word: '提案', lang: 'zh' });
  });

  it('are not shared while one is still being read', () => {
    const sqlite = opened();
    const words: unknown[] = [];
    for (const row of sqlite.prepare('select word from words').iterate())
      words.push(row, ...sqlite.prepare('select word from words').all());
    expect(words).toHaveLength(6);
  });
});
