import {
  INVOICE_KINDS,
  INVOICE_STATES,
  INVOICE_STATUSES,
  type InvoiceKind,
  type InvoiceStatus,
} from "@clientela/shared/records/enums";
import { subtract } from "@clientela/shared/values/money";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money, money } from "../../platform/types/money.js";
import { Node } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { LinedDocument } from "../documents/document.entity.js";
import { StoredLine } from "../documents/line.entity.js";
import { Order } from "../orders/order.entity.js";

/** The kinds of invoice as a GraphQL enum. */
export const InvoiceKindEnum = registerEnum(
  "InvoiceKind",
  INVOICE_KINDS,
  "Whether we sold to the customer or bought from it.",
);

/** The stored states of an invoice as a GraphQL enum. */
export const InvoiceStatusEnum = registerEnum(
  "InvoiceStatus",
  INVOICE_STATUSES,
  "Where an invoice stands; whether it is overdue depends on today and is shown by its state.",
);

/** The states of an invoice, seen from today, as a GraphQL enum. */
export const InvoiceStateEnum = registerEnum(
  "InvoiceState",
  INVOICE_STATES,
  "Where an invoice stands today: an authorised one is overdue after its due date, and paid where nothing is open.",
);

/** What we sold to a customer, or bought from it, and what is still to be paid. */
@Entity("invoices")
@ObjectType({
  implements: Node,
  description: "What we sold to a customer, or bought from it, and what is still to be paid.",
})
export class Invoice extends LinedDocument {
  @ForeignKey(() => Order)
  @Column("uuid", { nullable: true })
  orderId!: string | null;

  @Field(() => InvoiceKindEnum, { description: "Whether we sold or bought." })
  @Column("text")
  kind!: InvoiceKind;

  @Field(() => InvoiceStatusEnum, { description: "Where it stands; `state` tells overdue ones." })
  @Column("text")
  status!: InvoiceStatus;

  @Field(() => DateScalar, { description: "Its date." })
  @Column("date")
  issuedOn!: string;

  @Field(() => DateScalar, { description: "The last day to pay it." })
  @Column("date")
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day of the last payment." })
  @Column("date", { nullable: true })
  paidOn!: string | null;

  @Column("numeric")
  paid!: string;

  @DependsOn<Invoice>("paid", "currency")
  @Field(() => Money, {
    name: "paid",
    description: "What payments and credit notes have settled of it so far.",
  })
  paidMoney(): Money {
    return money(this.paid, this.currency);
  }

  @DependsOn<Invoice>("status", "total", "paid", "currency")
  @Field(() => Money, {
    description:
      "What is still to be paid: the total without what was settled; nothing of a cancelled one.",
  })
  balance(): Money {
    const open = this.status === "CANCELLED" ? "0" : subtract(this.total, this.paid);
    return money(open, this.currency);
  }
}

/** A line of an invoice. */
@Entity("invoice_lines")
export class InvoiceLine extends StoredLine {
  @ForeignKey(() => Invoice)
  @Column("uuid")
  invoiceId!: string;
}
