import { useState } from "react";
import { type Person, usePeople } from "../../session/usePeople.js";
import { mentionsIn } from "./mentions.js";

/** Whom a text mentions: `choose` remembers who was chosen from the list, `idsIn` finds them in the text as it is sent. */
export function useMentions(text: string, already: readonly Pick<Person, "id" | "name">[] = []) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(already.map(({ id }) => id)),
  );
  const people = usePeople({ skip: !text.includes("@") });
  return {
    choose: ({ id }: Person) => setChosen(new Set([...chosen, id])),
    /** Who left is not among the colleagues any more, and stays mentioned as long as the text names them. */
    idsIn: (sent: string): string[] => {
      const gone = already.filter(
        ({ id, name }) => !people.some((one) => one.id === id) && sent.includes(`@${name}`),
      );
      return [...mentionsIn(sent, people, chosen), ...gone.map(({ id }) => id)];
    },
  };
}
