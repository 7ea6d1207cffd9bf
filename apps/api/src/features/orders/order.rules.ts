import { orderFields } from "@clientela/shared/documents/documentFields";
import { z } from "zod";

/** The rules of an order's fields, all of which may be omitted. */
export const orderRules = z.object(orderFields).partial();
