import { api, ask } from "./client";
import type { paths } from "./schema";

// Lists of the desks as tables for spreadsheets. The server records each, and whom a list of the association names.

export type CityList = paths["/api/desk/city/lists/{city_list}"]["get"]["parameters"]["path"]["city_list"];
export type AssociationList =
  paths["/api/desk/association/lists/{association_list}"]["get"]["parameters"]["path"]["association_list"];
export type QueueQuestion = NonNullable<paths["/api/desk/applications/export"]["get"]["parameters"]["query"]>;

export function loadCityList(city_list: CityList) {
  const params = { path: { city_list } };
  return ask(() => api.GET("/api/desk/city/lists/{city_list}", { params, parseAs: "blob" }));
}

export function loadAssociationList(association_list: AssociationList) {
  const params = { path: { association_list } };
  return ask(() => api.GET("/api/desk/association/lists/{association_list}", { params, parseAs: "blob" }));
}

export function loadQueueTable(query: QueueQuestion) {
  return ask(() => api.GET("/api/desk/applications/export", { params: { query }, parseAs: "blob" }));
}
