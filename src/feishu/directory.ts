/** People of Feishu by their names and sections, with the narrowest scopes: what the app may not see is left out. */
import { type Directory, type Listed, type Log, OutsideError } from '../ports.ts';
import type { FeishuApi } from './api.ts';

/** Names are given whatever the app's contact scope is (basic_batch), ten at a time. */
const namesAtOnce = 10;

/** No authority over these people or departments, or no scope at all: the office does without. */
const unseen: ReadonlySet<unknown> = new Set([41050, 40004, 99991672, 99991679]);

/** The whole of it is all or nothing: it throws where a part may not be seen. */
export function createFeishuDirectory(api: FeishuApi, log: Log): Required<Directory> {
  const departments = new Map<string, string | undefined>();

  async function seen<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof OutsideError) || !unseen.has(error.code)) throw error;
      log.info('the directory shows less than it could', { code: error.code, mend: error.message });
      return otherwise;
    }
  }

  async function sectionOf(ids: readonly string[]): Promise<string | undefined> {
    // The first is a person's main department.
    const [id] = ids;
    if (id === undefined || id === '0') return undefined;
    if (!departments.has(id)) departments.set(id, await seen(() => api.departmentName(id), undefined));
    return departments.get(id);
  }

  return {
    async everybody() {
      const { departments: roots, people } = await api.visible();
      const sections = new Map<string, string | undefined>();
      for (const root of roots) {
        sections.set(root, await sectionOf([root]));
        for (const { id, name } of await api.departmentsUnder(root)) sections.set(id, name ?? (await sectionOf([id])));
      }
      const found = new Map<string, Listed>();
      for (const [department, section] of sections) {
        for (const person of await api.peopleIn(department)) {
          // The first department that lists somebody is his section.
          if (!found.has(person.id)) found.set(person.id, { ...person, ...(section ? { section } : {}) });
        }
      }
      const single = people.filter((id) => !found.has(id));
      const nameless = [...found.values()].filter(({ name }) => !name).map(({ id }) => id);
      for (const one of await this.lookUp([...single, ...nameless]))
        found.set(one.id, { ...found.get(one.id), ...one });
      return [...found.values()];
    },
    async lookUp(ids) {
      const own = ids.filter((id) => id.startsWith('ou_'));
      const names = new Map<string, string>();
      for (let at = 0; at < own.length; at += namesAtOnce) {
        const part = own.slice(at, at + namesAtOnce);
        for (const [id, name] of await seen(() => api.names(part), new Map<string, string>())) names.set(id, name);
      }
      const found = [];
      for (const id of own) {
        // One by one: a single person outside the scope refuses the whole batch.
        const where = await seen(() => api.departmentsOf([id]), new Map<string, readonly string[]>());
        const section = await sectionOf(where.get(id) ?? []);
        const name = names.get(id);
        found.push({ id, ...(name ? { name } : {}), ...(section ? { section } : {}) });
      }
      return found;
    },
  };
}
