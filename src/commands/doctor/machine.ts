/** What the doctor sees on this machine: versions, the data folder, the disk, the office's file. */
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { packageRoot } from '../../node-office.ts';
import type { Settings } from '../../settings.ts';
import type { Finding } from './finding.ts';

const leastNode = 20;
const mb = 1024 * 1024;

export function machineFindings(settings: Settings): Finding[] {
  return [
    versions(),
    folder(settings.DATA_DIR),
    ...database(join(settings.DATA_DIR, `${settings.TAIZHANG_OFFICE}.db`)),
  ];
}

function versions(): Finding {
  const read = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  const sqlite = new Database(':memory:');
  const { version } = sqlite.prepare('select sqlite_version() as version').get() as { version: string };
  sqlite.close();
  const words = `taizhang ${read.version}, Node ${process.versions.node}, SQLite ${version}`;
  const old = Number(process.versions.node.split('.')[0]) < leastNode;
  const mend = { zh: `请装 Node ${leastNode} 或更新的版本`, en: `install Node ${leastNode} or newer` };
  return { check: 'versions', state: old ? 'fault' : 'ok', text: { zh: words, en: words }, ...(old ? { mend } : {}) };
}

function folder(path: string): Finding {
  const place = resolve(path);
  // A folder that is not there yet is made by the server: then the nearest one above counts.
  let nearest = place;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return {
      check: 'disk',
      state: 'fault',
      text: { zh: `DATA_DIR ${place} 不能写`, en: `DATA_DIR ${place} cannot be written` },
      mend: {
        zh: '把目录交给运行程序的用户，或换一个目录',
        en: 'give the folder to the user who runs the server, or choose another',
      },
    };
  }
  const disk = statfsSync(nearest);
  const free = disk.bavail * disk.bsize;
  const state = free < 100 * mb ? 'fault' : free < 1024 * mb ? 'warn' : 'ok';
  const room = `${Math.round(free / mb)} MB`;
  return {
    check: 'disk',
    state,
    text: { zh: `DATA_DIR ${place} 可写，剩余 ${room}`, en: `DATA_DIR ${place} can be written, ${room} free` },
    ...(state === 'ok'
      ? {}
      : { mend: { zh: '清理磁盘，或换一个目录', en: 'free some space, or choose another folder' } }),
  };
}

function database(file: string): Finding[] {
  if (!existsSync(file)) {
    return [
      {
        check: 'database',
        state: 'ok',
        text: { zh: `${file} 还没有，第一次启动时建立`, en: `${file} is not there yet; the first start makes it` },
      },
    ];
  }
  try {
    const sqlite = new Database(file, { readonly: true, timeout: 2000 });
    const [first] = sqlite.pragma('quick_check(1)') as { quick_check: string }[];
    const { n } = sqlite.prepare('select count(*) as n from records where void = 0').get() as { n: number };
    const { failed } = sqlite.prepare("select count(*) as failed from outbox where state = 'failed'").get() as {
      failed: number;
    };
    sqlite.close();
    if (first?.quick_check !== 'ok') throw new Error(first?.quick_check ?? 'no answer');
    const size = Math.ceil(statSync(file).size / mb);
    const sound: Finding = {
      check: 'database',
      state: 'ok',
      text: { zh: `完好，${n} 条记录，${size} MB`, en: `sound, ${n} records, ${size} MB` },
    };
    if (failed === 0) return [sound];
    return [
      sound,
      {
        check: 'outbox',
        state: 'warn',
        text: { zh: `${failed} 条答复最终没有送到`, en: `${failed} answers were given up` },
        mend: { zh: '看日志里的 could not be delivered', en: 'see “could not be delivered” in the log' },
      },
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        check: 'database',
        state: 'fault',
        text: { zh: `${file} 打不开或已损坏：${reason}`, en: `${file} cannot be opened or is damaged: ${reason}` },
        mend: { zh: '从备份恢复', en: 'restore it from a backup' },
      },
    ];
  }
}
