import { Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash, IconUsers } from "@tabler/icons-react";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useRecordMutations } from "../../records/useRecordMutations.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { FieldGroup } from "../../ui/inline/FieldRow.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { contactFragment, contactOperations, peopleFragment } from "./contact.operations.js";
import classes from "./People.module.css";
import { PersonLine } from "./PersonLine.js";

interface PeopleProps {
  customer: FragmentType<typeof peopleFragment>;
}

const atAGlance = 3;

/** The first people of a customer, in the panel next to the tabs. */
export function PeopleGlance(props: PeopleProps) {
  const t = useT();
  const { id, contacts } = readFragment(peopleFragment, props.customer);
  const people = readFragment(contactFragment, contacts);
  const mayWrite = useMay("contacts:write");
  const { open } = useDrawerParam("person");
  if (people.length === 0 && !mayWrite) return null;
  return (
    <FieldGroup
      title={t("contacts.people")}
      aside={
        <Link to={paths.customer(id, "details")} className={classes.all}>
          {t("contacts.all", { count: people.length })}
        </Link>
      }
    >
      <ul className={classes.list}>
        {people.slice(0, atAGlance).map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
      {people.length === 0 && (
        <div className={classes.add}>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => open("new")}
          >
            {t("contacts.add")}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

/** All people of a customer, to add, change and delete. */
export function PeopleSection(props: PeopleProps) {
  const t = useT();
  const { id, contacts } = readFragment(peopleFragment, props.customer);
  const people = readFragment(contactFragment, contacts);
  const mayWrite = useMay("contacts:write");
  const { open } = useDrawerParam("person");
  const { remove } = useRecordMutations(contactOperations, id);
  const add = mayWrite && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} />}
      onClick={() => open("new")}
    >
      {t("contacts.add")}
    </Button>
  );
  return (
    <FieldGroup title={t("contacts.people")} aside={people.length > 0 && add}>
      {people.length === 0 ? (
        <EmptyState icon={<IconUsers size={20} />} action={add}>
          {t("contacts.none")}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {people.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              whole
              menu={
                mayWrite && (
                  <RowMenu
                    label={t("ui.moreFor", { name: person.name })}
                    actions={[
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => open(person.id),
                      },
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void remove(person),
                      },
                    ]}
                  />
                )
              }
            />
          ))}
        </ul>
      )}
    </FieldGroup>
  );
}
