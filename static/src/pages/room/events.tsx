import type { RoomEvent } from "../../api/support";
import { warekiWithTime } from "../../dates/wareki";

/** What happened to the room, newest first, told by the server. */
export function Events({ events }: { events: RoomEvent[] }) {
  return (
    <section class="card" aria-labelledby="events">
      <h2 id="events">これまでのできごと</h2>
      {events.length === 0 && <p class="quiet">まだ何もありません。</p>}
      <ol class="history">
        {events.map((event) => (
          <li key={event.id}>
            <p>
              <time class="quiet" dateTime={event.at}>
                {warekiWithTime(event.at)}
              </time>
            </p>
            <p>
              <strong>
                {event.text}
                {event.about_name && `: ${event.about_name}さん`}
              </strong>
              {event.actor_name && <span class="quiet">({event.actor_name})</span>}
            </p>
            {event.note && <p class="history__note">{event.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
