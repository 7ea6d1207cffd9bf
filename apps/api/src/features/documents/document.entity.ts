import { subtract } from "@clientela/shared/values/money";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, ForeignKey } from "typeorm";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Money, money } from "../../platform/types/money.js";
import { StoredRecord } from "../../platform/types/record.js";
import { CurrencyCode } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";

/** What quotes, orders and invoices have in common: a customer, a number, and the total of their lines. */
@ObjectType()
export abstract class LinedDocument extends StoredRecord {
  @Field(() => ID, { description: "Whose it is." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => String, { description: "The number for people." })
  @Column("text")
  number!: string;

  @Field(() => CurrencyCode, { description: "The currency of all its amounts." })
  @Column("text")
  currency!: string;

  @Column("numeric")
  total!: string;

  @Column("numeric")
  tax!: string;

  @DependsOn<LinedDocument>("total", "tax", "currency")
  @Field(() => Money, { description: "The sum of its lines, net." })
  subtotal(): Money {
    return money(subtract(this.total, this.tax), this.currency);
  }

  @DependsOn<LinedDocument>("tax", "currency")
  @Field(() => Money, {
    name: "tax",
    description: "The tax of all its lines, computed for each rate on the sum of its lines.",
  })
  taxMoney(): Money {
    return money(this.tax, this.currency);
  }

  @DependsOn<LinedDocument>("total", "currency")
  @Field(() => Money, {
    name: "total",
    description: "Gross: the sum of its lines and their tax.",
  })
  totalMoney(): Money {
    return money(this.total, this.currency);
  }

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  @Column("text", { nullable: true })
  notes!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
