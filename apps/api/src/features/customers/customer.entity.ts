import { formatTaxId } from "@clientela/shared/customers/taxIdForms";
import { MAX_CONTACT_POINTS } from "@clientela/shared/records/contactPoints";
import { CUSTOMER_STATUSES, type CustomerStatus } from "@clientela/shared/records/enums";
import { Ctx, Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money, money } from "../../platform/types/money.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import {
  CountryCode,
  CurrencyCode,
  DateTimeScalar,
  EmailAddress,
  Url,
} from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { ADDRESS_PARTS, MainAddress, mainAddress } from "./addresses/address.type.js";
import {
  EmailEntry,
  emailEntries,
  PhoneEntry,
  phoneEntries,
} from "./contact-points/contactPoint.type.js";
import type { ContactPoint, Reachable } from "./contact-points/contactPoints.js";

/** The states of a customer as a GraphQL enum. */
export const CustomerStatusEnum = registerEnum(
  "CustomerStatus",
  CUSTOMER_STATUSES,
  "Where a customer stands.",
);

/** A number issued by a tax office. */
@Directive("@shareable")
@ObjectType({ description: "A number that a tax office gave." })
export class TaxId {
  @Field(() => CountryCode, { description: "Whose tax office; ZZ where that is not known." })
  country!: string;

  @Field(() => String, {
    description: "CNPJ, CPF, NIF, VAT and so on; OTHER where the country is not known.",
  })
  kind!: string;

  @Field(() => String, { description: "Without punctuation, as it is compared." })
  value!: string;

  @Field(() => String, { description: "As it is written in its country." })
  formatted!: string;
}

/** A company or person that we do business with. The main address is stored in the same row. */
@Entity("customers")
@ObjectType({ implements: Node, description: "A company or person that we do business with." })
export class Customer extends StoredRecord implements Reachable {
  @Field(() => String, { description: 'The number for people, such as "C-000042".' })
  @Column("text")
  number!: string;

  @Field(() => String, {
    description: "The name in the register of companies, or the person's full name.",
  })
  @Column("text")
  legalName!: string;

  @Field(() => String, { nullable: true, description: "The name the customer trades under." })
  @Column("text", { nullable: true })
  tradeName!: string | null;

  @DependsOn<Customer>("tradeName", "legalName")
  @Field(() => String, { description: "The trade name, else the legal name." })
  displayName(): string {
    return this.tradeName ?? this.legalName;
  }

  @DependsOn<Customer>("taxIdCountry", "taxIdKind", "taxIdValue")
  @Field(() => TaxId, {
    nullable: true,
    description: "Unique among customers that are not deleted.",
  })
  taxId(): TaxId | null {
    const { taxIdCountry: country, taxIdKind: kind, taxIdValue: value } = this;
    if (country === null || kind === null || value === null) return null;
    return { country, kind, value, formatted: formatTaxId(country, value) };
  }

  @DependsOn<Customer>("secondTaxIdCountry", "secondTaxIdKind", "secondTaxIdValue")
  @Field(() => TaxId, {
    nullable: true,
    description:
      "A tax ID of another kind, such as a CPF next to a CNPJ; unique together with the others.",
  })
  secondTaxId(): TaxId | null {
    const { secondTaxIdCountry: country, secondTaxIdKind: kind, secondTaxIdValue: value } = this;
    if (country === null || kind === null || value === null) return null;
    return { country, kind, value, formatted: formatTaxId(country, value) };
  }

  @Column("text", { nullable: true })
  secondTaxIdCountry!: string | null;

  @Column("text", { nullable: true })
  secondTaxIdKind!: string | null;

  @Column("text", { nullable: true })
  secondTaxIdValue!: string | null;

  @Column("text", { nullable: true })
  taxIdCountry!: string | null;

  @Column("text", { nullable: true })
  taxIdKind!: string | null;

  @Column("text", { nullable: true })
  taxIdValue!: string | null;

  @Field(() => CustomerStatusEnum, { description: "Where the customer stands." })
  @Column("text")
  status!: CustomerStatus;

  @Column("text", { nullable: true })
  statusBeforeArchive!: CustomerStatus | null;

  @Field(() => EmailAddress, { nullable: true, description: "The main e-mail address." })
  @Column("text", { nullable: true })
  email!: string | null;

  @Column("text", { nullable: true })
  emailLabel!: string | null;

  @Column("jsonb", { nullable: true })
  furtherEmails!: ContactPoint[] | null;

  @AtMost(MAX_CONTACT_POINTS, 0.1)
  @DependsOn<Customer>("email", "emailLabel", "furtherEmails")
  @Field(() => [EmailEntry], { description: "All e-mail addresses, the main one first." })
  emails(): EmailEntry[] {
    return emailEntries(this);
  }

  @Field(() => String, {
    nullable: true,
    description: "The main phone, in E.164 where it is a full number.",
  })
  @Column("text", { nullable: true })
  phone!: string | null;

  @Column("text", { nullable: true })
  phoneLabel!: string | null;

  @Column("jsonb", { nullable: true })
  furtherPhones!: ContactPoint[] | null;

  @AtMost(MAX_CONTACT_POINTS, 0.1)
  @DependsOn<Customer>("phone", "phoneLabel", "furtherPhones")
  @Field(() => [PhoneEntry], { description: "All phones, the main one first." })
  phones(): PhoneEntry[] {
    return phoneEntries(this);
  }

  @Field(() => Url, { nullable: true, description: "The web site." })
  @Column("text", { nullable: true })
  website!: string | null;

  @DependsOn<Customer>(...ADDRESS_PARTS)
  @Field(() => MainAddress, { nullable: true, description: "The main address." })
  address(): MainAddress | null {
    return mainAddress(this);
  }

  @Column("text", { nullable: true })
  street!: string | null;

  @Column("text", { nullable: true })
  streetNumber!: string | null;

  @Column("text", { nullable: true })
  complement!: string | null;

  @Column("text", { nullable: true })
  district!: string | null;

  @Column("text", { nullable: true })
  city!: string | null;

  @Column("text", { nullable: true })
  region!: string | null;

  @Column("text", { nullable: true })
  postalCode!: string | null;

  @Column("text", { nullable: true })
  country!: string | null;

  @Field(() => ID, { nullable: true, description: "Who looks after the customer." })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  ownerId!: string | null;

  // No foreign key of TypeORM's, by which a conflict would name a parent that the caller does not see.
  @Column("uuid", { nullable: true })
  parentId!: string | null;

  @Field(() => [String], { description: "Free labels." })
  @Column("text", { array: true })
  tags!: string[];

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  @Column("text", { nullable: true })
  notes!: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The currency of its documents unless they say otherwise.",
  })
  @Column("text", { nullable: true })
  currency!: string | null;

  @Field(() => Int, { nullable: true, description: "Days from an invoice's date to its due date." })
  @Column("integer", { nullable: true })
  paymentTermDays!: number | null;

  @Column("numeric", { nullable: true })
  creditLimit!: string | null;

  @DependsOn<Customer>("creditLimit", "currency")
  @Field(() => Money, {
    name: "creditLimit",
    nullable: true,
    description:
      "How much it may owe us at once, with its open orders, in its currency or else the organisation's; null for no limit.",
  })
  creditLimitMoney(@Ctx() { organisation }: Context): Money | null {
    const { creditLimit, currency } = this;
    return creditLimit === null ? null : money(creditLimit, currency ?? organisation.currency);
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it went into the trash; null for a customer that is not there.",
  })
  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
