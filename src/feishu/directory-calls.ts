/** Calls about people: their names, their departments, and the whole directory as far as the app may see it. */
import { type ApiLine, records } from './api-line.ts';
import { type Json, record, text } from './feishu-event.ts';

export interface DirectoryCalls {
  /** At most ten open ids at a time. */
  names(openIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Departments of people, by open id; what the app may not see is missing. At most 50 at a time. */
  departmentsOf(openIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  departmentName(id: string): Promise<string | undefined>;
  /** What of the directory the app may see: departments with all under them, and single people. */
  visible(): Promise<{ readonly departments: readonly string[]; readonly people: readonly string[] }>;
  /** All departments under this one, however deep. */
  departmentsUnder(id: string): Promise<readonly { readonly id: string; readonly name?: string }[]>;
  /** Whoever belongs to this department itself; the name is missing without the scope for it. */
  peopleIn(department: string): Promise<readonly { readonly id: string; readonly name?: string }[]>;
}

export function directoryCalls({ call, pagesOf, allPages }: ApiLine): DirectoryCalls {
  return {
    async names(openIds) {
      const path = '/open-apis/contact/v3/users/basic_batch?user_id_type=open_id';
      const users = record((await call('POST', path, { user_ids: openIds })).data)?.users;
      return new Map(
        records(users).flatMap((one) => {
          const [id, name] = [text(one.user_id), text(one.name)];
          return id && name ? [[id, name] as const] : [];
        }),
      );
    },
    async departmentsOf(openIds) {
      const asked = new URLSearchParams([
        ['user_id_type', 'open_id'],
        ['department_id_type', 'open_department_id'],
        ...openIds.map((id) => ['user_ids', id]),
      ]);
      const read = record((await call('GET', `/open-apis/contact/v3/users/batch?${asked}`)).data);
      return new Map(
        records(read?.items).flatMap((item) => {
          const id = text(item.open_id);
          const ids = Array.isArray(item.department_ids) ? item.department_ids : [];
          return id ? [[id, ids.flatMap((one) => text(one) ?? [])] as const] : [];
        }),
      );
    },
    async departmentName(id) {
      const path = `/open-apis/contact/v3/departments/${encodeURIComponent(id)}?department_id_type=open_department_id`;
      const read = record((await call('GET', path)).data);
      return text(record(read?.department)?.name);
    },
    async visible() {
      const asked = { user_id_type: 'open_id', department_id_type: 'open_department_id', page_size: '100' };
      const pages = await pagesOf('/open-apis/contact/v3/scopes', asked);
      const ids = (page: Json, name: string) =>
        (Array.isArray(page[name]) ? page[name] : []).flatMap((one) => text(one) ?? []);
      return {
        departments: pages.flatMap((page) => ids(page, 'department_ids')),
        people: pages.flatMap((page) => ids(page, 'user_ids')),
      };
    },
    async departmentsUnder(id) {
      const path = `/open-apis/contact/v3/departments/${encodeURIComponent(id)}/children`;
      const asked = { department_id_type: 'open_department_id', fetch_child: 'true', page_size: '50' };
      return (await allPages(path, asked)).flatMap((item) => {
        const [own, name] = [text(item.open_department_id), text(item.name)];
        return own ? [{ id: own, ...(name ? { name } : {}) }] : [];
      });
    },
    async peopleIn(department) {
      const asked = {
        ...{ department_id: department, department_id_type: 'open_department_id' },
        ...{ user_id_type: 'open_id', page_size: '50' },
      };
      const items = await allPages('/open-apis/contact/v3/users/find_by_department', asked);
      return items.flatMap((item) => {
        const [id, name] = [text(item.open_id), text(item.name)];
        return id ? [{ id, ...(name ? { name } : {}) }] : [];
      });
    },
  };
}
