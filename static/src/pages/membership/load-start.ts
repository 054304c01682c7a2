import { type Asked, api, ask } from "../../api/client";
import { loadListedRoom, loadRoomRequest } from "../../api/rooms";
import type { Me } from "../../api/types";
import { memberOfMe } from "../care-team/member-inputs";
import { holderOfMe } from "../collaboration/filer-part";
import { personOfMember } from "../collaboration/people";
import { changeIn, copyOf, type MembershipFields } from "./fields";

/** What a link to the form says already. */
export interface MembershipLink {
  change: string | undefined;
  /** The number of the room; 0 when none is named. */
  room: number;
  /** Somebody of the manager's organization. */
  login_id: string | undefined;
  /** The receipt number of the application to begin with (R13b). */
  copy: string | undefined;
}

interface Start {
  fields: MembershipFields;
  /** Why the form is not filled in as the link says. */
  missing: string | null;
}

/** The form as the link wants it: what cannot be found is left open, and the page says so. */
export async function loadStart(link: MembershipLink, me: Me): Promise<Asked<Start>> {
  if (link.copy) return copied(link.copy, me);
  const room = link.room > 0 ? await loadListedRoom(link.room) : null;
  if (room?.problem && room.problem.status !== 404) return { problem: room.problem };
  const person = link.login_id && me.is_manager ? await ofOrganization(link.login_id, me) : null;
  if (person?.problem) return { problem: person.problem };
  const change = changeIn(link.change);
  const self = personOfMember(memberOfMe(me));
  const inAlready = change === "join" && room?.data?.my_state === "member";
  const people = person ? person.data : inAlready ? [] : [self];
  // A room that is in no list cannot be looked up, and may be asked for all the same.
  const { room_id = link.room, name = "", purpose = null } = room?.data ?? {};
  return {
    data: {
      fields: {
        change,
        applicant: holderOfMe(me),
        room: room_id > 0 ? { room_id, name, purpose } : null,
        room_name: "",
        people,
        reason: "",
      },
      missing: missingText(room?.problem !== undefined, person?.data?.length === 0),
    },
  };
}

function missingText(room: boolean, person: boolean): string | null {
  if (room) {
    return "この番号の部屋は、一覧に載っていないか、閉じています。載っていない部屋なら、このまま申請できます。";
  }
  return person ? "この人は、団体の利用者の中に見つかりません。下で人を選んでください。" : null;
}

/** One's own people, found by what their page names them with. */
async function ofOrganization(loginId: string, me: Me) {
  const { data, problem } = await ask(() =>
    api.GET("/api/organizations/{id}/people", {
      params: { path: { id: me.organization.id }, query: { query: loginId } },
    }),
  );
  if (!data) return { problem };
  const found = data.items.filter((person) => person.login_id === loginId && person.state !== "stopped");
  return {
    data: found.map(({ user_id, name, kana, profession }) =>
      personOfMember({ user_id, name, kana, profession, organization_name: me.organization.name }),
    ),
  };
}

async function copied(receipt: string, me: Me): Promise<Asked<Start>> {
  const { data, problem } = await loadRoomRequest(receipt);
  if (!data) return { problem };
  if (data.form !== 2) return loadStart({ change: "", room: 0, login_id: undefined, copy: undefined }, me);
  return { data: { fields: copyOf(data.content, holderOfMe(me)), missing: null } };
}
