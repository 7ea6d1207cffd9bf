import { emailList, phoneList } from "@clientela/shared/records/contactPoints";
import type { z } from "zod";
import {
  type ContactPoint,
  changedPoints,
  columnsOfPoints,
  contactPoint,
  EMAILS,
  PHONES,
  pointsOf,
  type Reachable,
} from "./contactPoints.js";
import { normalisePhone } from "./phoneParts.js";

/** The rules of the lists that inputs of customers and contacts give. */
export const contactPointLists = { emails: emailList.nullish(), phones: phoneList.nullish() };

/** What a valid input says of e-mail addresses and phones. */
interface GivenLists {
  email?: string | null | undefined;
  emails?: z.output<typeof emailList> | null | undefined;
  phone?: string | null | undefined;
  phones?: z.output<typeof phoneList> | null | undefined;
}

// Null, which clears a list, is not the same as a list that is not given.
const pointsIn = <Entry>(
  list: readonly Entry[] | null | undefined,
  pointOf: (entry: Entry) => ContactPoint,
) => (list == null ? list : list.map(pointOf));

/**
 * The columns that an input writes of e-mail addresses and phones, which are read as those of a country; none of
 * what it says nothing of. Throws Invalid where the main one and the list contradict one another, or one is repeated.
 */
export function reachableValues(
  { email, emails, phone, phones }: GivenLists,
  country: string | null | undefined,
  current: Partial<Reachable>,
): Partial<Reachable> {
  const full = (text: string) => normalisePhone(text, country);
  const given = [
    {
      channel: EMAILS,
      main: email,
      list: pointsIn(emails, ({ address, label }) => contactPoint(address, label)),
    },
    {
      channel: PHONES,
      main: phone && full(phone),
      list: pointsIn(phones, ({ number, label }) => contactPoint(full(number), label)),
    },
  ];
  const written = given.map(({ channel, ...said }) => {
    const points = changedPoints(channel, said, pointsOf(current, channel));
    return points && columnsOfPoints(points, channel);
  });
  return Object.assign({}, ...written);
}
