SELECT name, address FROM organizations
 WHERE instr(name_key, ?1) > 0 OR instr(?1, name_key) > 0
 ORDER BY id
 LIMIT 1
