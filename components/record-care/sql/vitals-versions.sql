SELECT version, measured_at, readings, glucose_timing, note, corrected_at, corrected_by_name, corrected_by_profession,
       corrected_by_organization_name, reason
  FROM measurement_versions
 WHERE measurement_id = ?1
 ORDER BY version DESC
 LIMIT 200
