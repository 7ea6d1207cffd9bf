/** The names of a record's fields, typed. */
export function fieldNames<Fields extends object>(fields: Fields): (keyof Fields & string)[] {
  const names: (keyof Fields & string)[] = [];
  for (const name in fields) names.push(name);
  return names;
}

/** Whether something was said for every name. */
export function isComplete<Whole extends object>(
  part: Partial<Whole>,
  names: readonly (keyof Whole & string)[],
): part is Whole {
  return names.every((name) => name in part);
}
