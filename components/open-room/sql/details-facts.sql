-- A room keeps its theme when that is no longer offered.
SELECT (SELECT t.id FROM room_themes t
         WHERE t.id = ?2
           AND (t.retired_at IS NULL OR EXISTS (SELECT 1 FROM rooms r WHERE r.id = ?3 AND r.theme_id = t.id))) AS theme_id,
       EXISTS (SELECT 1 FROM rooms r
                WHERE r.name_key = ?1 AND r.kind = 'collaboration' AND r.closed_at IS NULL AND r.id IS NOT ?3) AS name_in_use
