import type { InvoiceKind } from "@clientela/shared/records/enums";
import { subtract } from "@clientela/shared/values/money";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Money, money } from "../../platform/types/money.js";
import { Node } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { LinedDocument } from "../documents/document.entity.js";
import { StoredLine } from "../documents/line.entity.js";
import { Invoice, InvoiceKindEnum } from "../invoices/invoice.entity.js";

/** What we credit a customer, or a supplier credits us, and which invoices it settles. */
@Entity("credit_notes")
@ObjectType({
  implements: Node,
  description:
    "What we credit a customer, or a supplier credits us, and which invoices it settles; in force from its date.",
})
export class CreditNote extends LinedDocument {
  @ForeignKey(() => Invoice)
  @Column("uuid", { nullable: true })
  invoiceId!: string | null;

  @Field(() => InvoiceKindEnum, {
    description: "Whether it credits what we sold or what we bought.",
  })
  @Column("text")
  kind!: InvoiceKind;

  @Field(() => DateScalar, { description: "Its date." })
  @Column("date")
  issuedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the other party calls it, such as the supplier's own number.",
  })
  @Column("text", { nullable: true })
  reference!: string | null;

  @Column("numeric")
  allocated!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day on which it was cancelled." })
  @Column("date", { nullable: true })
  cancelledOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was cancelled." })
  @Column("text", { nullable: true })
  cancellationReason!: string | null;

  @DependsOn<CreditNote>("allocated", "currency")
  @Field(() => Money, { name: "allocated", description: "How much of it settles invoices." })
  allocatedMoney(): Money {
    return money(this.allocated, this.currency);
  }

  @DependsOn<CreditNote>("total", "allocated", "cancelledOn", "currency")
  @Field(() => Money, {
    description:
      "How much of it is on account: not allocated to any invoice; 0 once it is cancelled.",
  })
  unallocated(): Money {
    return money(unallocatedOf(this), this.currency);
  }
}

/** How much of a credit note is still on account. */
export const unallocatedOf = ({
  total,
  allocated,
  cancelledOn,
}: Pick<CreditNote, "total" | "allocated" | "cancelledOn">): string =>
  cancelledOn === null ? subtract(total, allocated) : "0";

/** A line of a credit note. */
@Entity("credit_note_lines")
export class CreditNoteLine extends StoredLine {
  @ForeignKey(() => CreditNote)
  @Column("uuid")
  creditNoteId!: string;
}
