UPDATE applications
   SET organization_id = ?2, organization_name = ?3, applicant_name = ?4, people_count = ?5, search_key = ?6,
       content = ?7, due_on = ?8, clock_day = ?9, missing = ?10
 WHERE id = ?1
