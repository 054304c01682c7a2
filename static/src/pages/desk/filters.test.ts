import { expect, test } from "vitest";
import { activeFilters, addressOf, filtersIn, NO_FILTERS } from "./filters";

test("filters go into the address and come back", () => {
  const filters = filtersIn({
    tab: "all",
    form: "5",
    late: "true",
    due_by: "2026-11-24",
    organization_id: "12",
    assigned: "none",
    query: " みなみ ",
  });
  expect(filters.search).toBe("みなみ");
  const address = new URL(addressOf(filters), "https://tasuki.invalid");
  expect(address.pathname).toBe("/desk");
  expect(filtersIn(Object.fromEntries(address.searchParams))).toEqual(filters);
});

test("without filters the address is short", () => {
  expect(addressOf(NO_FILTERS)).toBe("/desk");
  expect(filtersIn({})).toEqual(NO_FILTERS);
});

test("nonsense in the address is no filter", () => {
  expect(
    filtersIn({ tab: "x", form: "12", late: "1", due_by: "soon", organization_id: "-3", assigned: "you" }),
  ).toEqual(NO_FILTERS);
});

test("each filter is named and can be left out alone", () => {
  const filters = { ...NO_FILTERS, form: 6 as const, assigned: "me", dueBy: "2026-11-24" };
  const active = activeFilters(filters, { organization: "", clerk: "自分" });
  expect(active.map((each) => each.label)).toEqual([
    "様式第6号 アカウントの利用中止",
    "期限が令和8年11月24日(火)まで",
    "担当: 自分",
  ]);
  expect(active[0]?.without).toEqual({ ...filters, form: null });
});
