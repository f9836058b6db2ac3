/** Names inside forms must be unique on the whole card; here a name taken twice is told apart and read back. */

/** Gives out names for one card. */
export function nameGiver(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let turn = 2; given.has(name); turn += 1) name = `${wanted}~${turn}`;
    given.add(name);
    return name;
  };
}

/** The name the form asked for, as the reply knows it. */
export function wantedName(given: string): string {
  return given.replace(/~\d+$/, '');
}
