import { expect, test } from "vitest";
import { sizes, turned, WHOLE, zoomed } from "./zoom";

const FRAME = { width: 300, height: 400 };

test("the whole photo is seen, upright or turned", () => {
  const photo = { width: 1600, height: 1200 };
  expect(sizes(photo, FRAME, WHOLE)).toEqual({
    photo: { width: 300, height: 225 },
    place: { width: 300, height: 225 },
  });
  expect(sizes(photo, FRAME, turned(WHOLE))).toEqual({
    photo: { width: 400, height: 300 },
    place: { width: 300, height: 400 },
  });
  expect(sizes(photo, FRAME, { zoom: 2, turn: 0 }).place).toEqual({ width: 600, height: 450 });
});

test("it is never smaller than whole, and turned four times it stands as before", () => {
  expect(zoomed(WHOLE, 0.1).zoom).toBe(1);
  expect(zoomed(WHOLE, 100).zoom).toBe(8);
  expect(turned(turned(turned(turned({ zoom: 3, turn: 0 }))))).toEqual(WHOLE);
});
