import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

/** Where money of a payment, or what a credit note is worth, went or came back from. Entries are only ever added. */
@Entity("ledger_entries")
export class LedgerEntry {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text")
  kind!: "RECEIPT" | "CREDIT" | "ALLOCATION" | "REVERSAL";

  /** The payment that it is of; null where it is of a credit note. */
  @Column("uuid", { nullable: true })
  paymentId!: string | null;

  @Column("uuid", { nullable: true })
  creditNoteId!: string | null;

  /** The invoice that an allocation settles; null for what came in. */
  @Column("uuid", { nullable: true })
  invoiceId!: string | null;

  /** Below zero where it reverses another entry. */
  @Column("numeric")
  amount!: string;

  @ForeignKey(() => LedgerEntry)
  @Column("bigint", { nullable: true })
  reverses!: string | null;

  @Column("date")
  occurredOn!: string;

  @Column("timestamptz")
  createdAt!: Date;
}
