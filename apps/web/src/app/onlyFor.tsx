import type { Permission } from "@clientela/shared/records/roles";
import { Outlet, type RouteObject } from "react-router";
import { useMay } from "../session/viewer.js";
import { NotForYou } from "./NotForYou.js";

function Guard({ permission }: { permission: Permission }) {
  return useMay(permission) ? <Outlet /> : <NotForYou />;
}

/** Pages that only those see who have a permission; others are told so, also at a typed address. */
export function onlyFor(permission: Permission, pages: RouteObject[]): RouteObject {
  return { element: <Guard permission={permission} />, children: pages };
}
