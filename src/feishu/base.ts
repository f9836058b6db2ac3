/** Where the Open Platform is: Feishu's address, Lark's, or that of a private deployment. */

const bases: Readonly<Record<string, string>> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
};

/** @param domain `feishu`, `lark` or a base URL; @returns the address without a slash at its end */
export function baseOf(domain: string): string {
  return (bases[domain] ?? domain).replace(/\/+$/, '').replace(/\/open-apis$/, '');
}
