import type { Permission } from "@clientela/shared/records/roles";
import { lazy, Suspense } from "react";
import { Outlet, type RouteObject } from "react-router";
import { useMay } from "../session/viewer.js";

// Few people ever see it, so it is not part of the first load.
const NotForYou = lazy(async () => ({ default: (await import("./NotForYou.js")).NotForYou }));

function Guard({ permission }: { permission: Permission }) {
  if (useMay(permission)) return <Outlet />;
  return (
    <Suspense>
      <NotForYou />
    </Suspense>
  );
}

/** Pages for people with a permission; others see an explanation, also at a typed address. */
export function onlyFor(permission: Permission, pages: RouteObject[]): RouteObject {
  return { element: <Guard permission={permission} />, children: pages };
}
