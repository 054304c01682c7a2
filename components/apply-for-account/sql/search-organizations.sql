SELECT id, name, kind, address FROM organizations WHERE instr(name_key, ?1) > 0 ORDER BY name_key, id LIMIT 20
