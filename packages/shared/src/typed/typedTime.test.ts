import { readTime } from "./typedTime.js";

it.each([
  ["9", "09:00"],
  ["9:05", "09:05"],
  ["9h30", "09:30"],
  ["21h", "21:00"],
  [" 0930 ", "09:30"],
  ["9.30", "09:30"],
  ["9 pm", "21:00"],
  ["12am", "00:00"],
  ["12:15 PM", "12:15"],
])("reads %s", (text, time) => expect(readTime(text)).toBe(time));

it.each(["", "24:00", "9:60", "9:5", "13 pm", "0 am", "soon", "12345"])(
  "reads no time from %j",
  (text) => expect(readTime(text)).toBeNull(),
);
