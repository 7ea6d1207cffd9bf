import { Directive, Field, ObjectType } from "type-graphql";
import { EmailAddress } from "../../../platform/types/scalars.js";
import { type ContactPoint, EMAILS, PHONES, pointsOf, type Reachable } from "./contactPoints.js";

const LABEL =
  "What it is for: work, home, mobile, billing or other, which the app translates, or any other text.";

/** One of the e-mail addresses of a customer or contact. */
@Directive("@shareable")
@ObjectType({ description: "One of the e-mail addresses of a customer or contact." })
export class EmailEntry {
  @Field(() => EmailAddress, { description: "The address." })
  address!: string;

  @Field(() => String, { nullable: true, description: LABEL })
  label!: string | null;

  @Field(() => Boolean, { description: "Whether it is the main one, which is the first." })
  isMain!: boolean;
}

/** One of the phones of a customer or contact. */
@Directive("@shareable")
@ObjectType({ description: "One of the phones of a customer or contact." })
export class PhoneEntry {
  @Field(() => String, { description: "In E.164 where it is a full number." })
  number!: string;

  @Field(() => String, { nullable: true, description: LABEL })
  label!: string | null;

  @Field(() => Boolean, { description: "Whether it is the main one, which is the first." })
  isMain!: boolean;
}

const entry = ({ label }: ContactPoint, index: number) => ({
  label: label ?? null,
  isMain: index === 0,
});

/** The e-mail addresses of a row, the main one first. */
export const emailEntries = (row: Reachable): EmailEntry[] =>
  pointsOf(row, EMAILS).map((point, index) => ({ address: point.value, ...entry(point, index) }));

/** The phones of a row, the main one first. */
export const phoneEntries = (row: Reachable): PhoneEntry[] =>
  pointsOf(row, PHONES).map((point, index) => ({ number: point.value, ...entry(point, index) }));
