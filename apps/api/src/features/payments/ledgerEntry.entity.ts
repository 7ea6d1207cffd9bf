import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

/** Where money of a payment went, or came back from. Entries are only ever added. */
@Entity("ledger_entries")
export class LedgerEntry {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text")
  kind!: "RECEIPT" | "ALLOCATION" | "REVERSAL";

  @Column("uuid")
  paymentId!: string;

  /** The invoice that an allocation pays; null for what came in. */
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
