import type { RoomRequest } from "../../api/rooms";
import { CITY_DESK } from "../../city/names";

/** What comes next, for whoever has just filed or comes back to it. */
export function NextSteps({ request }: { request: RoomRequest }) {
  if (request.status === "completed" || request.status === "accepted") {
    return (
      <p class="notice-box notice-box--success no-print">
        {doneText(request)} <a href="/rooms">参加している部屋</a>
      </p>
    );
  }
  if (!["received", "resubmitted", "redirected"].includes(request.status)) return null;
  return (
    <section class="card no-print" aria-labelledby="next">
      <h2 id="next">次にすること</h2>
      <p>
        待っていてください。市の窓口({CITY_DESK})が確かめて決めます。結果は、このページと
        <a href="/rooms/applications">申請の一覧</a>に出ます。
      </p>
    </section>
  );
}

function doneText(request: RoomRequest): string {
  switch (request.form) {
    case 1:
      return "部屋が開きました。";
    case 2:
      return request.content.change === "leave" ? "退出しました。" : "参加した人は、すぐに部屋に入れます。";
    case 3:
      return "部屋は閉じました。";
  }
}
