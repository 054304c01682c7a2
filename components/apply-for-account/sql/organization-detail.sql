SELECT id, name, kind, postal_code, address, phone FROM organizations WHERE id = ?1
