/** A record as a list of choices offers it. */
interface Choosable {
  id: string;
  /** What people call it. */
  name: string;
  /** What distinguishes it from others of the same name, the clearest first: an e-mail address, a date. */
  details?: readonly string[];
}

/** One of the choices of a select field. */
export interface Choice {
  value: string;
  label: string;
}

/** Records as choices: those that share a name carry as many of their details as distinguish them. */
export function choicesOf(records: readonly Choosable[]): Choice[] {
  const byName = Map.groupBy(records, ({ name }) => name);
  return records.map(({ id, name, details = [] }) => {
    const namesakes = (byName.get(name) ?? []).filter((one) => one.id !== id);
    if (namesakes.length === 0) return { value: id, label: name };
    const distinct = detailsThatTell(details, namesakes);
    return { value: id, label: distinct.length > 0 ? `${name} (${distinct.join(", ")})` : name };
  });
}

function detailsThatTell(details: readonly string[], namesakes: readonly Choosable[]): string[] {
  let alike = namesakes;
  const needed: string[] = [];
  for (const [place, detail] of details.entries()) {
    if (alike.length === 0) break;
    if (detail) needed.push(detail);
    alike = alike.filter((one) => (one.details?.[place] ?? "") === detail);
  }
  return needed;
}
