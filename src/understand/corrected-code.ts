/** Which number of a paper, a case or an issue was told wrongly: the letters and the year stay. */
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { readNumbers } from '../numbers.ts';
import { readCaseNos, readIssueNos } from './codes.ts';
import { type Marks, marksIn } from './marks.ts';
import type { Changes, Mended, Said } from './mended.ts';

/** 文号错了 97号: the letters and the year stay. */
export function codeTold(entry: Entry, name: string, mended: Mended, said: Said): Changes | null {
  const serial = readNumbers(mended.right)[0]?.value ?? Number(/\d+/.exec(mended.right)?.[0] ?? Number.NaN);
  if (Number.isNaN(serial)) return null;
  if (name !== 'docNo') return { [name]: String(serial) };
  const [whole] = marksIn(mended.right, said.context).docNos.filter((code) => code.value.includes('〔'));
  if (whole) return { docNo: whole.value };
  const old = typeof entry.fields.docNo === 'string' ? entry.fields.docNo : '';
  return old.includes('〔') ? { docNo: old.replace(/\d+号$/, `${serial}号`) } : null;
}

export function codeValue(kind: RecordKind, entry: Entry, mended: Mended, right: Marks): Changes | null {
  const { docNo } = entry.fields;
  if (typeof docNo === 'string' && right.docNos.every((code) => !code.value.includes('〔'))) {
    // 是政办函不是政办发, 应该是80号: the letters or the number of the same paper.
    if (mended.old.length >= 2 && !/\d/.test(mended.old) && docNo.includes(mended.old))
      return { docNo: docNo.replace(mended.old, mended.right) };
    const serial = /^第?(\d{1,4})号(?:文)?$/.exec(mended.right)?.[1];
    if (serial && docNo.includes('〔')) return { docNo: docNo.replace(/\d+号$/, `${Number(serial)}号`) };
  }
  if (right.docNos[0] && kind.fields.docNo) return { docNo: right.docNos[0].value };
  const cases =
    kind.fields.caseNo && /号|\bno\b|\bnumber\b|#/i.test(mended.right) ? readCaseNos(mended.right)[0] : undefined;
  if (cases) return { caseNo: cases.value };
  const issues = kind.fields.issueNo && /第|期/.test(mended.right) ? readIssueNos(mended.right)[0] : undefined;
  if (issues && entry.fields.issueNo !== undefined) return { issueNo: issues.value };
  const bare = /^第?\s*(\d+)\s*期/.exec(mended.right);
  if (bare && entry.fields.issueNo !== undefined && entry.quantity === 1) return { issueNo: String(Number(bare[1])) };
  const [number] = readNumbers(mended.old);
  const wasCode = Object.entries(kind.fields).find(
    ([name, field]) =>
      field.type === 'code' &&
      number &&
      String(entry.fields[name] ?? '') === String(number.value) &&
      entry.quantity !== number.value,
  );
  const value = readNumbers(mended.right)[0]?.value;
  return wasCode && value !== undefined ? { [wasCode[0]]: String(value) } : null;
}
