/** The pages of the developer console where faults are mended, on the domain the office uses. */
import { baseOf } from '../../feishu/base.ts';

export interface ConsoleLinks {
  readonly app: string;
  readonly credentials: string;
  readonly bot: string;
  readonly events: string;
  readonly versions: string;
  /** With these scopes already chosen. */
  scopes(wanted: readonly string[]): string;
}

export function consoleLinks(domain: string, appId: string): ConsoleLinks {
  const app = `${baseOf(domain)}/app/${appId}`;
  return {
    app,
    credentials: `${app}/baseinfo`,
    bot: `${app}/bot`,
    events: `${app}/event`,
    versions: `${app}/version`,
    scopes: (wanted) => `${app}/auth?q=${wanted.join(',')}&op_from=openapi&token_type=tenant`,
  };
}
