import { Suspense } from "react";
import { useSearchParams } from "react-router";
import type { ProfileDrawersProps } from "../../records/defineRecord.js";
import { useViewer } from "../../session/viewer.js";
import { allRecords } from "../records.js";

/** The names of all drawers in the URL of a profile. */
export const drawerParams = allRecords.flatMap(({ drawers }) => drawers?.params ?? []);

/** Every drawer that the URL of a profile can open, over any tab; their code is loaded when they open. */
export function ProfileDrawers(props: Omit<ProfileDrawersProps, "inside">) {
  const { permissions } = useViewer();
  const [search] = useSearchParams();
  const readable = allRecords.filter(({ read }) => permissions.has(read));
  return readable.map(({ type, drawers }) => {
    if (!drawers?.params.some((param) => search.has(param))) return null;
    return (
      <Suspense key={type} fallback={null}>
        <drawers.Component
          {...props}
          inside={(parentId) =>
            readable.map(({ inside, type: part }) =>
              inside?.type === type ? (
                <Suspense key={part} fallback={null}>
                  <inside.Component customerId={props.customerId} parentId={parentId} />
                </Suspense>
              ) : null,
            )
          }
        />
      </Suspense>
    );
  });
}
