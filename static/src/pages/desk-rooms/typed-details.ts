import type { RegisteredRoom, RoomDetailsInput } from "../../api/types";

/** What a room is, as the register has it, and over it what the clerk was typing when the page was left. */
export function typedDetails(room: RegisteredRoom, kept: string): RoomDetailsInput {
  const { name, purpose, theme_id, scope, visibility } = room;
  const typed = kept === "" ? {} : (JSON.parse(kept) as Partial<RoomDetailsInput>);
  return { name, purpose, theme_id, scope, visibility, ...typed };
}
