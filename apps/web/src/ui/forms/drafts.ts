// Drafts hold what people wrote about others: they stay in the tab, and go with it and with the person (leftovers.ts).
const PREFIX = "clientela.draft.";

// A browser without storage keeps no drafts: the forms still work.
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** What was typed and not saved under a name, as JSON's values; null where there is nothing. The caller checks its shape. */
export function readDraft(name: string): unknown {
  return withStorage((storage) => JSON.parse(storage.getItem(PREFIX + name) ?? "null") as unknown);
}

/** Keeps what is typed under a name through reloads of the tab. */
export function keepDraft(name: string, values: unknown): void {
  withStorage((storage) => storage.setItem(PREFIX + name, JSON.stringify(values)));
}

/** Forgets what was typed, once it is saved or thrown away. */
export function dropDraft(name: string): void {
  withStorage((storage) => storage.removeItem(PREFIX + name));
}

/** A draft as a form's values, where it has the same fields with values of the same types; else null. */
export function draftOf<Values extends Record<string, unknown>>(
  draft: unknown,
  initial: Values,
): Values | null {
  return hasShapeOf(draft, initial) ? draft : null;
}

function hasShapeOf<Values extends Record<string, unknown>>(
  draft: unknown,
  initial: Values,
): draft is Values {
  if (typeof draft !== "object" || draft === null) return false;
  const fields = new Map(Object.entries(draft));
  return (
    fields.size === Object.keys(initial).length &&
    Object.entries(initial).every(([field, value]) => fits(fields.get(field), value))
  );
}

// A field that is empty at first may hold a text: a date, a record's id.
function fits(value: unknown, first: unknown): boolean {
  if (Array.isArray(first)) {
    const [one] = first as readonly unknown[];
    return Array.isArray(value) && value.every((item) => one === undefined || fits(item, one));
  }
  if (isObject(first)) return isObject(value) && hasShapeOf(value, first);
  if (first === null) return value === null || typeof value === "string";
  return typeof value === typeof first || (value === null && typeof first === "string");
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
