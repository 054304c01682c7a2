import { expect, test } from "vitest";
import { sameness } from "./identity";

const person = { kana: "ヤマダ タロウ", birth_date: "1940-04-01", address: "市川市八幡1-2-3" };

test("how a name or an address is written makes nobody a different person", () => {
  const other = { kana: "やまだ たろう", birth_date: "1940-04-01", address: "市川市八幡1丁目2番3号" };
  expect(sameness(person, other)).toEqual({ kana: true, birthDate: true, address: true });
  const inHouse = { ...person, address: "市川市八幡1-2-3みなみハイツ203" };
  const inHouseToo = { ...person, address: "市川市八幡1丁目2番3号 みなみハイツ203" };
  expect(sameness(inHouse, inHouseToo).address).toBe(true);
  const wide = { ...person, address: "市川市 八幡1−2−3" };
  expect(sameness(person, wide).address).toBe(true);
});

test("what differs is said to differ", () => {
  const other = { kana: "ヤマダ タロウ", birth_date: "1941-04-01", address: "市川市八幡1-2-30" };
  expect(sameness(person, other)).toEqual({ kana: true, birthDate: false, address: false });
});
