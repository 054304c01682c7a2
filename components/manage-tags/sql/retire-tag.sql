UPDATE tags SET retired_at = ?2 WHERE id = ?1
