import type { Asked } from "../../api/client";
import { NO_ANSWER } from "../../api/problem";
import { loadRoom, type Room } from "../../api/support";
import { loadRegistrant } from "../../api/support-desk";

/** What a change of a team starts from. */
export type ChangedRoom = Pick<Room, "room_id" | "name" | "team" | "planned">;

/** A member sees the room; the association knows who is in it, without looking into it (R16). */
export async function loadChangedRoom(room: number, registrant: number | null): Promise<Asked<ChangedRoom>> {
  if (registrant === null) return loadRoom(room);
  const { data, problem } = await loadRegistrant(registrant);
  if (problem) return { problem };
  const open = data.rooms.find((each) => each.room_id === room && each.closed_at === null);
  if (open === undefined) return { problem: NO_OPEN_ROOM };
  const members = (team: typeof open.team) => team.map((member) => ({ ...member, is_me: false }));
  return {
    data: {
      room_id: room,
      name: `${data.name}さんの支援の部屋`,
      team: members(open.team),
      planned: members(open.planned),
    },
  };
}

const NO_OPEN_ROOM = {
  ...NO_ANSWER,
  status: 404,
  code: "not_found",
  title: "この登録者の開いている部屋がありません。",
  detail: null,
};
