import { orderFields } from "@clientela/shared/documents/documentFields";
import { ORDER_TRANSITIONS, type OrderStatus } from "@clientela/shared/records/enums";
import { z } from "zod";
import type { Lifecycle } from "../documents/transition.rules.js";
import { orderStatusNames } from "./order.messages.js";

/** The statuses that an order goes through. */
export const orderLifecycle: Lifecycle<OrderStatus> = {
  transitions: ORDER_TRANSITIONS,
  names: orderStatusNames,
};

/** The rules of an order's fields, all of which may be omitted. */
export const orderRules = z.object(orderFields).partial();
