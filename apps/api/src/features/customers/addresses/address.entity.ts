import type { AddressKind } from "@clientela/shared/records/enums";
import { Column, Entity, ForeignKey } from "typeorm";
import { StoredRecord } from "../../../platform/types/record.js";
import { Customer } from "../customer.entity.js";
import type { AddressParts } from "./address.type.js";

/** A billing or delivery address. The main address is stored in the customer's own row. */
@Entity("addresses")
export class AddressRecord extends StoredRecord implements AddressParts {
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Column("text")
  kind!: AddressKind;

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

  @Column("text")
  country!: string;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
