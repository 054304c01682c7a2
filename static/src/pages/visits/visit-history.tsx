import { useLoaded } from "../../api/use-loaded";
import { loadVisitChanges, type Visit, type VisitChange } from "../../api/visits";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { headingOfChange, planText, stateText } from "./change-words";

/** Who changed what of a visit, and when, newest first (R38). */
export function VisitHistory({ visit }: { visit: Visit }) {
  // Changed meanwhile, it is read again.
  const { data, problem, reload } = useLoaded(
    `changes ${visit.visit_id} ${visit.revision} ${visit.done_at}`,
    () => loadVisitChanges(visit.room_id, visit.visit_id),
  );
  return (
    <section class="stack" aria-label="変更の記録">
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="変更の記録" />}
      {data && (
        <ol class="history">
          {data.items.map((change) => (
            <Change key={change.change_id} change={change} />
          ))}
        </ol>
      )}
      {data?.is_cut && <p>これより古い記録は、ここには表示していません。</p>}
    </section>
  );
}

function Change({ change }: { change: VisitChange }) {
  const { written, day, day_before, day_after, plan_before } = change;
  return (
    <li>
      <p>
        <time class="quiet" dateTime={written.at}>
          {warekiWithTime(written.at)}
        </time>
      </p>
      <p>
        <strong>{headingOfChange(change)}</strong>
        <span class="quiet">
          ({written.name} ・ {word(PROFESSIONS, written.profession)} ・ {written.organization_name})
        </span>
      </p>
      {day && day_before && day_after && (
        <p class="history__note">
          {stateText(day_before)} → {stateText(day_after)}
        </p>
      )}
      {plan_before && <p class="history__note">変える前: {planText(plan_before)}</p>}
    </li>
  );
}
