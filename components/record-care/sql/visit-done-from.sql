-- Whether a visit of series ?1 was made on day ?2 or later.
SELECT EXISTS (SELECT 1 FROM visit_occurrences WHERE visit_id = ?1 AND day >= ?2 AND done_at IS NOT NULL) AS is_done
