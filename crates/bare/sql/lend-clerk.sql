UPDATE users SET desk = 'association' WHERE id = ?3 AND ?1 <= ?2
