-- Whether somebody takes part in a room, and what open applications other than this one ask for him.
SELECT EXISTS (SELECT 1 FROM room_members m WHERE m.room_id = ?1 AND m.user_id = ?2 AND m.until IS NULL) AS is_member,
       EXISTS (SELECT 1 FROM room_requests q JOIN applications a ON a.id = q.application_id
                WHERE q.room_id = ?1 AND q.asks = 'join' AND q.user_id = ?2 AND a.id <> ?3
                  AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')) AS joining,
       EXISTS (SELECT 1 FROM room_requests q JOIN applications a ON a.id = q.application_id
                WHERE q.room_id = ?1 AND q.asks = 'leave' AND q.user_id = ?2 AND a.id <> ?3
                  AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')) AS leaving
