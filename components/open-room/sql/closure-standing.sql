SELECT EXISTS (SELECT 1 FROM room_members m WHERE m.room_id = ?1 AND m.user_id = ?2 AND m.until IS NULL) AS is_member,
       EXISTS (SELECT 1 FROM room_requests q JOIN applications a ON a.id = q.application_id
                WHERE q.room_id = ?1 AND q.asks = 'close' AND a.id <> ?3
                  AND a.status IN ('received', 'resubmitted', 'redirected', 'returned')) AS asked
