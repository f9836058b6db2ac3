/** The parts of a record's number: 督-2026-019 is prefix, year and serial. */
import { LedgerError } from './ledger.ts';

/** @throws LedgerError when the text is no number of a record */
export function serialOf(no: string): { prefix: string; year: number; serial: number } {
  const parts = /^(\p{Script=Han}+)-(\d{4})-(\d{3,})$/u.exec(no);
  if (!parts) throw new LedgerError({ zh: `「${no}」不是记录编号`, en: `"${no}" is no record number` });
  return { prefix: parts[1] ?? '', year: Number(parts[2]), serial: Number(parts[3]) };
}
