SELECT printf(?2 || '-8500-8000-%012x', id) AS uuid, created_at, closed_at FROM rooms WHERE id = ?1
