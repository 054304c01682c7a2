import { type Asked, api, ask } from "./client";
import type { DecisionInput, RoomCheck, RoomDetailsInput } from "./types";

// What the city's desk asks of the API about collaboration rooms (R23–R26).

const ofReceipt = (receipt: string) => ({ params: { path: { receipt } } });
const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofTheme = (theme: number) => ({ params: { path: { theme } } });

type RoomForm = 1 | 2 | 3;

export function loadRoomApplication(form: RoomForm, receipt: string): Promise<Asked<unknown>> {
  if (form === 1) return ask(() => api.GET("/api/room-applications/{receipt}", ofReceipt(receipt)));
  if (form === 2) return ask(() => api.GET("/api/membership-applications/{receipt}", ofReceipt(receipt)));
  return ask(() => api.GET("/api/room-closures/{receipt}", ofReceipt(receipt)));
}

export function decideRoomApplication(
  form: RoomForm,
  receipt: string,
  body: DecisionInput,
  headers: HeadersInit,
): Promise<Asked<unknown>> {
  const init = { ...ofReceipt(receipt), body, headers };
  if (form === 1) return ask(() => api.POST("/api/room-applications/{receipt}/decision", init));
  if (form === 2) return ask(() => api.POST("/api/membership-applications/{receipt}/decision", init));
  return ask(() => api.POST("/api/room-closures/{receipt}/decision", init));
}

/** Everything that is made sure of now; what is left out is open again. */
export function tickChecks(receipt: string, checks: RoomCheck[]) {
  return ask(() =>
    api.PUT("/api/room-applications/{receipt}/checks", { ...ofReceipt(receipt), body: { checks } }),
  );
}

export interface RegisterQuery {
  state: "open" | "quiet" | "closed";
  query?: string;
  after?: string;
  limit?: number;
}

export function loadRegister(query: RegisterQuery) {
  return ask(() => api.GET("/api/room-register", { params: { query } }));
}

export function loadRegisteredRoom(room: number) {
  return ask(() => api.GET("/api/room-register/{room}", ofRoom(room)));
}

export function loadRegisteredMembers(
  room: number,
  query: { query?: string; after?: string; limit?: number },
) {
  return ask(() => api.GET("/api/room-register/{room}/members", { params: { path: { room }, query } }));
}

export function changeRoom(room: number, body: RoomDetailsInput) {
  return ask(() => api.PUT("/api/room-register/{room}", { ...ofRoom(room), body }));
}

export function closeCollaborationRoom(room: number, reason: string) {
  return ask(() => api.POST("/api/room-register/{room}/closing", { ...ofRoom(room), body: { reason } }));
}

export function reopenCollaborationRoom(room: number, reason: string) {
  return ask(() => api.POST("/api/room-register/{room}/reopening", { ...ofRoom(room), body: { reason } }));
}

export function noteStillNeeded(room: number) {
  return ask(() => api.POST("/api/room-register/{room}/still-needed", { ...ofRoom(room), body: {} }));
}

export function loadThemes({ retired = false } = {}) {
  return ask(() => api.GET("/api/room-themes", { params: { query: { retired } } }));
}

export function createTheme(name: string, headers: HeadersInit) {
  return ask(() => api.POST("/api/room-themes", { body: { name }, headers }));
}

export function renameTheme(theme: number, name: string) {
  return ask(() => api.PUT("/api/room-themes/{theme}", { ...ofTheme(theme), body: { name } }));
}

/** Every theme that is offered, each once, in the new order. */
export function orderThemes(themes: number[]) {
  return ask(() => api.PUT("/api/room-themes/order", { body: { themes } }));
}

export function retireTheme(theme: number) {
  return ask(() => api.POST("/api/room-themes/{theme}/retirement", { ...ofTheme(theme), body: {} }));
}

export function bringThemeBack(theme: number) {
  return ask(() => api.DELETE("/api/room-themes/{theme}/retirement", ofTheme(theme)));
}
