import type { AddressKind } from "@clientela/shared/records/enums";
import { Button, Menu } from "@mantine/core";
import { IconMapPin, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { FieldGroup } from "../../../ui/inline/FieldRow.js";
import { RowMenu } from "../../../ui/overlays/RowMenu.js";
import { Badge } from "../../../ui/values/Badge.js";
import { AddressEdit } from "./AddressEdit.js";
import classes from "./Addresses.module.css";
import { addressesFragment, type OtherAddressKind, useAddressEdits } from "./addressEdits.js";
import type { AddressValues } from "./addressValues.js";

interface AddressesProps {
  customer: FragmentType<typeof addressesFragment>;
  /** Saves the main address, which is part of the customer. */
  onSaveMain: (address: AddressValues) => Promise<unknown>;
}

const otherKinds: readonly OtherAddressKind[] = ["BILLING", "DELIVERY"];

/** The main, billing and delivery addresses of a customer, each edited in its place. */
export function Addresses({ customer, onSaveMain }: AddressesProps) {
  const t = useT();
  const { id: customerId, addresses } = readFragment(addressesFragment, customer);
  const writes = useMay("customers:write");
  const bills = useMay("customers:billing");
  // Deliveries are not what finance writes.
  const mayEdit = (kind: AddressKind) => (kind === "DELIVERY" ? writes : bills);
  const addable = otherKinds.filter(mayEdit);
  const edits = useAddressEdits(customerId);
  const [adding, setAdding] = useState<OtherAddressKind>();
  const country = addresses[0]?.country ?? "BR";

  return (
    <FieldGroup
      title={t("customers.addresses")}
      aside={
        addable.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconPlus size={14} />}>
                {t("customers.addAddress")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {addable.map((kind) => (
                <Menu.Item key={kind} onClick={() => setAdding(kind)}>
                  {t(`customers.address.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      <ul className={classes.list}>
        {addresses.map((address) => {
          const kind = t(`customers.address.${address.kind}`);
          const further = address.__typename === "Address" ? address : null;
          return (
            <li key={further?.id ?? "main"} className={classes.item}>
              <IconMapPin size={16} className={classes.icon} aria-hidden="true" />
              <div className={classes.body}>
                <Badge tone="grey">{kind}</Badge>
                <AddressEdit
                  label={kind}
                  address={address}
                  readOnly={!mayEdit(address.kind)}
                  onSave={(values) =>
                    further ? edits.update(further, values) : onSaveMain(values)
                  }
                />
              </div>
              {further && mayEdit(further.kind) && (
                <RowMenu
                  label={t("ui.moreFor", { name: kind })}
                  actions={[
                    {
                      label: t("ui.delete"),
                      icon: <IconTrash size={15} />,
                      destructive: true,
                      onClick: () => void edits.remove(further),
                    },
                  ]}
                />
              )}
            </li>
          );
        })}
        {adding && (
          <li className={classes.item}>
            <IconMapPin size={16} className={classes.icon} aria-hidden="true" />
            <div className={classes.body}>
              <Badge tone="grey">{t(`customers.address.${adding}`)}</Badge>
              <AddressEdit
                key={adding}
                label={t(`customers.address.${adding}`)}
                address={null}
                country={country}
                startOpen
                readOnly={false}
                onSave={(values) => edits.create(adding, values)}
                onClose={() => setAdding(undefined)}
              />
            </div>
          </li>
        )}
      </ul>
    </FieldGroup>
  );
}
