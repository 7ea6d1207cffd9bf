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

  @Column("numeric")
  unitPrice!: string;

  @Column("numeric")
  total!: string;
}
