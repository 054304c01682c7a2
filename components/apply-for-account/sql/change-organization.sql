UPDATE organizations
   SET name = coalesce(?2, name), name_key = coalesce(?3, name_key), kind = coalesce(?4, kind),
       postal_code = coalesce(?5, postal_code), address = coalesce(?6, address), phone = coalesce(?7, phone)
 WHERE id = ?1
