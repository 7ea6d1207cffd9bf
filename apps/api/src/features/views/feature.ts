import type { Feature } from "../../platform/feature.js";
import { SavedView } from "./savedView.entity.js";
import { savedViewEraser } from "./savedView.eraser.js";
import { SavedViewResolver } from "./savedView.resolver.js";
import { savedViewById } from "./savedView.service.js";

/** Views of the list of customers that people keep. */
export const views: Feature = {
  name: "views",
  eraser: savedViewEraser,
  entities: [SavedView],
  resolvers: [SavedViewResolver],
  nodes: [
    {
      type: SavedView,
      table: "saved_views",
      permission: "customers:read",
      byId: savedViewById,
    },
  ],
};
