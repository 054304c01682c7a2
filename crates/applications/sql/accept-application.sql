UPDATE applications
   SET organization_id = coalesce(?2, organization_id), due_on = ?3, accepted_at = ?4, excluded = ?5
 WHERE id = ?1
