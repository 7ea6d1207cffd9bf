import { Column, PrimaryColumn } from "typeorm";

/** A line as it is stored; each kind of document has a table of its own. */
export abstract class StoredLine {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("integer")
  position!: number;

  @Column("text")
  description!: string;

  @Column("numeric")
  quantity!: string;

  @Column("text", { nullable: true })
  unit!: string | null;

  @Column("numeric")
  unitPrice!: string;

  /** Percent off the unit price. */
  @Column("numeric")
  discount!: string;

  /** In percent of the net amount. */
  @Column("numeric")
  taxRate!: string;

  /** Net. */
  @Column("numeric")
  total!: string;
}
