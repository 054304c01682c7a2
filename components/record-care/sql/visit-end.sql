-- Up to and with ?2; a visit of which nothing is left is withdrawn, and stays (R38).
UPDATE visits
   SET last_day = max(?2, first_day), withdrawn_at = iif(?2 < first_day, ?3, NULL), revision = revision + 1
 WHERE id = ?1
